import type { CodeLabel } from './code-labels.ts'

/** One text that was read, and whether as a QR code or as a number. */
export type Read = { symbols: 'codes' | 'numbers'; text: string }

/** What was read of one picture. */
export type PictureRead = {
  labels: CodeLabel[]
  /** By the first look, at the untouched picture. */
  asSent: Read[]
  /** By a second look where the first one found nothing; numbers that nobody sells included. */
  withRetries: Read[]
  /** What the terminal goes by: of the second look's numbers only those that somebody sells. */
  terminal: Read[]
  /** Milliseconds of the first look and of the second; null where there was none. */
  ms: { decode: number; first: number; second: number | null }
}
