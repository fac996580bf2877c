import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

let isPrepared = false

/** The text of the first QR code in a picture, as any phone's camera reads it; null when there is none. */
export async function readQr(picture: Uint8Array): Promise<string | null> {
  if (!isPrepared) {
    const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
    const wasmBinary = Uint8Array.from(readFileSync(file)).buffer
    // By default the package fetches its binary from elsewhere.
    prepareZXingModule({ overrides: { wasmBinary } })
    isPrepared = true
  }
  const [found] = await readBarcodes(picture, { formats: ['QRCode'] })
  return found?.text ?? null
}
