import type { Raster } from './raster.ts'
import type { Symbols } from './read-luma.ts'
import type { Retouch } from './retouches.ts'
import { type Retried, type RetryAsked, retryCodes } from './retry-codes.ts'

/** What is looked for in a picture, and how: in a retouched picture, or straightened. */
export type CodeQuestion = { symbols: Symbols; way: Retouch | 'straight' }

/** Texts of the codes in a picture, looked for in one way. */
export type AskForCodes<Picture> = (picture: Picture, question: CodeQuestion) => Promise<string[]>

/** Reads codes in pictures, wherever they are. The caller can look at what the codes say before it asks for numbers. */
export type CodeReader<Picture> = {
  /** Texts of the QR codes, as they are: nobody knows who made them. */
  codes(picture: Picture): Promise<string[]>
  /** Digits of product numbers (EAN-13, EAN-8, UPC-A, UPC-E), from the untouched picture. */
  numbers(picture: Picture): Promise<string[]>
  /** Looks again, harder; for when the caller is unsure. See {@link retryCodes}. */
  retry(picture: Picture, asked: RetryAsked<Picture>): Promise<Retried>
}

/** A reader that asks `ask` for one way at a time. */
export function createCodeReader<Picture extends Pick<Raster, 'width' | 'height'>>(
  ask: AskForCodes<Picture>,
): CodeReader<Picture> {
  return {
    codes: (picture) => ask(picture, { symbols: 'codes', way: 'plain' }),
    numbers: (picture) => ask(picture, { symbols: 'numbers', way: 'plain' }),
    retry: (picture, asked) => retryCodes(ask, picture, asked),
  }
}
