const MASK = '***'

/** Where secrets hide in texts: the key of a pairing, the secret part of a send, a hand-over and an invitation. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/(symKey(?:=|%3D))[0-9a-fA-F]{8,}/g, `$1${MASK}`],
  // Payload letter, 8 bytes of reference, 16 bytes of secret: 33 characters, the first 11 of which tell it apart.
  [/(?<![A-Za-z0-9_-])([gh][A-Za-z0-9_-]{10})[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])/g, `$1${MASK}`],
  [/(?<![A-Za-z0-9_-])(j)[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])/g, `$1${MASK}`],
]

/** A text without the secrets of links: what logs, traces and screens of the wire may show. */
export function maskSecrets(text: string): string {
  return patterns.reduce((masked, [pattern, into]) => masked.replace(pattern, into), text)
}
