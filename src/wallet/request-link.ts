import { knownWallets } from './known-wallets.ts'

const knownHosts = new Set(knownWallets.flatMap((wallet) => wallet.hosts))

/**
 * The link that brings a wallet to the front at one question, or null when the wallet named no place we trust: where a
 * wallet says it lives is its own word, and a link is a thing people press. Only https and only hosts of known wallets,
 * besides `extraOrigins`.
 */
export function requestLink({
  redirect,
  requestId,
  topic,
  extraOrigins = [],
}: {
  redirect: string | null
  requestId: string
  topic: string
  extraOrigins?: readonly string[]
}): string | null {
  if (redirect === null || !URL.canParse(redirect)) return null
  const url = new URL(redirect)
  const isKnown = url.protocol === 'https:' && url.port === '' && knownHosts.has(url.hostname)
  if (!isKnown && !extraOrigins.includes(url.origin)) return null
  if (url.username !== '' || url.password !== '') return null
  const path = url.pathname.replace(/\/+$/, '')
  const query = new URLSearchParams({ requestId, sessionTopic: topic })
  return `${url.origin}${path}/wc?${query}`
}
