const MASK = '***'

/**
 * Where secrets hide in texts: the key of a pairing, the secret part of a send, a hand-over and an invitation, and the bot's
 * token, which is part of every address of the Bot API.
 */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/(symKey(?:=|%3D))[0-9a-fA-F]{8,}/g, `$1${MASK}`],
  // Payload letter, 8 bytes of reference, 16 bytes of secret: 33 characters, the first 11 of which tell it apart.
  [/(?<![A-Za-z0-9_-])([gh][A-Za-z0-9_-]{10})[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])/g, `$1${MASK}`],
  [/(?<![A-Za-z0-9_-])(j)[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])/g, `$1${MASK}`],
  [/(\bbot\d+(?::|%3A))[\w-]+/gi, `$1${MASK}`],
  [/(?<!\w)(\d{6,}:)[\w-]{30,}/g, `$1${MASK}`],
]

/** A text without the secrets of links and addresses: what logs, traces and screens of the wire may show. */
export function maskSecrets(text: string): string {
  return patterns.reduce((masked, [pattern, into]) => masked.replace(pattern, into), text)
}
