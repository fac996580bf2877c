import { knownWallets } from './known-wallets.ts'

/** The ways from a chat into a wallet, all https, because Telegram's buttons take nothing else. */
export type WalletLinks = {
  /** One button each for the wallets with an https link. */
  wallets: { id: string; name: string; url: string }[]
  /** Our own page for every other wallet; the URI stands after `#`, so it reaches no server. */
  bridge: string
}

/**
 * Links for one pairing URI. The URI holds the pairing's key: show them in a private chat only. `site` is our https
 * address. The URI is percent-encoded exactly once.
 */
export function walletLinks(uri: string, site: string): WalletLinks {
  const encoded = encodeURIComponent(uri)
  const wallets = knownWallets.flatMap(({ id, name, https }) =>
    https === null ? [] : [{ id, name, url: `${https.before}${encoded}${https.after}` }],
  )
  return { wallets, bridge: `${site.replace(/\/+$/, '')}/w#${encoded}` }
}
