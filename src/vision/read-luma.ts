import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import type { Luma } from './luma.ts'
import { release } from './release.ts'

const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
const wasmBinary = Uint8Array.from(readFileSync(file)).buffer
// By default the package fetches its binary from elsewhere.
prepareZXingModule({ overrides: { wasmBinary } })

/** What is looked for. Formats are named: to look for all of them takes several times as long. */
export type Symbols = 'codes' | 'numbers'

const MOST_CODES = 10
const LOOKS: Readonly<Record<Symbols, ReaderOptions>> = {
  codes: { formats: ['QRCode'] },
  // Three equal lines: with two, some pictures give a number that is not printed on them.
  numbers: { formats: ['EAN13', 'EAN8', 'UPCA', 'UPCE'], minLineCount: 3 },
}

/** One symbol in a picture, read or, when it was asked for, only found. */
export type Found = Awaited<ReturnType<typeof readBarcodes>>[number]

/** Looks for symbols in a picture. */
export async function readLuma(
  luma: Luma,
  symbols: Symbols,
  options: ReaderOptions = {},
): Promise<Found[]> {
  const map = greyMap(luma)
  const found = await readBarcodes(map, {
    ...LOOKS[symbols],
    maxNumberOfSymbols: MOST_CODES,
    textMode: 'Plain',
    ...options,
  })
  release(map)
  return found
}

/**
 * The picture as a portable grey map, which the package takes as a file: its bare pixels would have to be four bytes each,
 * of which it makes brightness again. Saves half of the time.
 */
function greyMap({ data, width, height }: Luma): Uint8Array<ArrayBuffer> {
  const header = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')
  const map = new Uint8Array(header.length + data.length)
  map.set(header)
  map.set(data, header.length)
  return map
}
