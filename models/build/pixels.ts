import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { decodePhoto } from '../../src/vision/decode-photo.ts'
import { modelInput } from '../../src/vision/model-input.ts'

// Writes what the model is given of every picture of the developer set, by the very code that serves photos later: first
// the pixels, one byte each, then the colours as 32-bit floats, picture by picture in the order of labels.csv.
// Usage: node models/build/pixels.ts DIR FILE
const [directory, file] = process.argv.slice(2)
if (directory === undefined || file === undefined) throw new Error('Usage: pixels.ts DIR FILE')

type Row = { file: string }
const rows = parse<Row>(readFileSync(join(directory, 'labels.csv')), { columns: true })
const out = createWriteStream(file)
for (const row of rows) {
  const raster = await decodePhoto(readFileSync(join(directory, row.file)))
  const { pixels, colours } = await modelInput(raster)
  out.write(pixels)
  out.write(new Uint8Array(colours.buffer))
}
out.end()
