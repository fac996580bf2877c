import type { AskForCodes } from './code-question.ts'
import type { Raster } from './raster.ts'
import { type Retried, type RetryAsked, retryCodes } from './retry-codes.ts'

/** A look at a picture takes a fiftieth of this. Some are made so that it takes a thousand times as long. */
const PATIENCE_MS = 1500

/** Reads codes in pictures, wherever they are. The caller can look at what the codes say before it asks for numbers. */
export type CodeReader<Picture> = {
  /** Texts of the QR codes, as they are: nobody knows who made them. Null: it is of no use to look at this picture longer. */
  codes(picture: Picture): Promise<string[] | null>
  /** Digits of product numbers (EAN-13, EAN-8, UPC-A, UPC-E), from the untouched picture; null as for codes. */
  numbers(picture: Picture): Promise<string[] | null>
  /** Looks again, harder; for when the caller is unsure. See {@link retryCodes}. */
  retry(picture: Picture, asked: RetryAsked<Picture>): Promise<Retried>
}

/** A reader that asks `ask` for one way at a time. */
export function createCodeReader<Picture extends Pick<Raster, 'width' | 'height'>>(
  ask: AskForCodes<Picture>,
  { patienceMs = PATIENCE_MS } = {},
): CodeReader<Picture> {
  return {
    codes: (picture) => ask(picture, { symbols: 'codes', way: 'plain', patienceMs }),
    numbers: (picture) => ask(picture, { symbols: 'numbers', way: 'plain', patienceMs }),
    retry: (picture, asked) => retryCodes(ask, picture, asked),
  }
}
