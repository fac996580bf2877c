/** What a wallet app does with a link that was pressed. */
export type Opened =
  /** Connect to whoever made this URI. */
  | { type: 'pair'; uri: string }
  /** Come to the front, at this question. */
  | { type: 'front'; requestId: string; topic: string }
  | { type: 'unknown' }

/**
 * Reads a link the way wallets do: a bare `wc:` URI, a wallet's https link or native scheme with `uri=`, a bridge page with
 * the URI behind `#`, or `…/wc?requestId=…&sessionTopic=…`. Encoding that was done twice is undone twice.
 */
export function readOpenedUrl(text: string): Opened {
  if (text.startsWith('wc:')) return readPairing(text)
  if (!URL.canParse(text)) return { type: 'unknown' }
  const url = new URL(text)
  const uri = url.searchParams.get('uri')
  if (uri !== null) return readPairing(uri)
  const requestId = url.searchParams.get('requestId')
  const topic = url.searchParams.get('sessionTopic')
  if (requestId !== null && topic !== null) return { type: 'front', requestId, topic }
  return url.hash === '' ? { type: 'unknown' } : readPairing(decode(url.hash.slice(1)))
}

function readPairing(text: string): Opened {
  const uri = text.startsWith('wc%3A') || text.startsWith('wc%3a') ? decode(text) : text
  return /^wc:[0-9a-f]{64}@2\?/.test(uri) ? { type: 'pair', uri } : { type: 'unknown' }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
