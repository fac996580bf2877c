import { createCodeThread } from './code-thread.ts'
import type { Raster } from './raster.ts'
import { type Retried, type RetryAsked, retryCodes } from './retry-codes.ts'

/**
 * Reads codes in pictures. A second question about one picture costs no second copy of it, so that the caller can look at
 * what the codes say before it asks for numbers, and can do something else meanwhile.
 */
export type CodeReader = {
  /** Texts of the QR codes, as they are: nobody knows who made them. */
  codes(raster: Raster): Promise<string[]>
  /** Digits of product numbers (EAN-13, EAN-8, UPC-A, UPC-E), from the untouched picture. */
  numbers(raster: Raster): Promise<string[]>
  /** Looks again, harder; for when the caller is unsure. See {@link retryCodes}. */
  retry(raster: Raster, asked: RetryAsked): Promise<Retried>
  /** Waits for what is being read, then ends the thread. */
  close(): Promise<void>
}

/** A reader with a thread of its own. A picture that cannot be coped with counts as one without codes. */
export function createCodeReader(options: { patienceMs?: number } = {}): CodeReader {
  const thread = createCodeThread(options)
  return {
    codes: (raster) => thread.ask(raster, { symbols: 'codes', way: 'plain' }),
    numbers: (raster) => thread.ask(raster, { symbols: 'numbers', way: 'plain' }),
    retry: (raster, asked) => retryCodes(thread.ask, raster, asked),
    close: thread.close,
  }
}
