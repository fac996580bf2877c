/** A wallet app we know how to open. */
export type KnownWallet = {
  id: string
  name: string
  /** What stands before and after the encoded URI in an https link; null when no such link is known to work. */
  https: { before: string; after: string } | null
  /** What stands before the encoded URI in a link of the app's own scheme. */
  native: string
  /** Hosts from which this wallet takes links back. */
  hosts: readonly string[]
}

const https = (before: string, after = '') => ({ before, after })

/** The wallets, in the order of the buttons. */
export const knownWallets: readonly KnownWallet[] = [
  {
    id: 'metamask',
    name: 'MetaMask',
    https: https('https://metamask.app.link/wc?uri='),
    native: 'metamask://wc?uri=',
    hosts: ['metamask.app.link'],
  },
  {
    id: 'trust',
    name: 'Trust',
    https: https('https://link.trustwallet.com/wc?uri='),
    native: 'trust://wc?uri=',
    hosts: ['link.trustwallet.com'],
  },
  {
    id: 'rainbow',
    name: 'Rainbow',
    https: https('https://rnbwapp.com/wc?uri=', '&connector=rainbowkit'),
    native: 'rainbow://wc?uri=',
    hosts: ['rnbwapp.com'],
  },
  {
    id: 'bitget',
    name: 'Bitget',
    https: https('https://bkapp.vip/wc?uri='),
    native: 'bitkeep://wc?uri=',
    hosts: ['bkapp.vip'],
  },
  {
    id: 'safepal',
    name: 'SafePal',
    https: https('https://link.safepal.io/wc?uri='),
    native: 'safepalwallet://wc?uri=',
    hosts: ['link.safepal.io'],
  },
  { id: 'okx', name: 'OKX', https: null, native: 'okex://main/wc?uri=', hosts: [] },
  { id: 'imtoken', name: 'imToken', https: null, native: 'imtokenv2://wc?uri=', hosts: [] },
  { id: 'tokenpocket', name: 'TokenPocket', https: null, native: 'tpoutside://wc?uri=', hosts: [] },
  { id: 'zerion', name: 'Zerion', https: null, native: 'zerion://wc?uri=', hosts: [] },
  { id: 'uniswap', name: 'Uniswap', https: null, native: 'uniswap://wc?uri=', hosts: [] },
]
