import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Pixels } from './find-codes.ts'

const MOST_CODES = 10
const MOST_CHARACTERS = 1000

const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
const wasmBinary = Uint8Array.from(readFileSync(file)).buffer
// By default the package fetches its binary from elsewhere.
prepareZXingModule({ overrides: { wasmBinary } })

async function findCodes(pixels: Pixels): Promise<string[]> {
  const found = await readBarcodes(pixels as ImageData, {
    formats: ['QRCode'],
    maxNumberOfSymbols: MOST_CODES,
  })
  return found.flatMap(({ isValid, text }) =>
    isValid && text !== '' ? [text.slice(0, MOST_CHARACTERS)] : [],
  )
}

parentPort?.on('message', (pixels: Pixels) => {
  void findCodes(pixels).then((codes) => parentPort?.postMessage(codes))
})
