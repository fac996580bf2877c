import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { codeModules } from '../../src/images/code-cells.ts'
import { createPainter } from '../../src/images/painter.ts'
import { createPrinter } from '../../src/images/printer.ts'
import type { PrintFormat } from '../../src/ports/printer.ts'
import { createCodeReader } from '../../src/vision/code-reader.ts'
import { createCodeThread } from '../../src/vision/code-thread.ts'
import { decodePhoto } from '../../src/vision/decode-photo.ts'
import { lumaOf } from '../../src/vision/luma.ts'
import { readLuma } from '../../src/vision/read-luma.ts'
import { photographed } from '../support/photos.ts'

const printer = createPrinter()
const thread = createCodeThread()
const reader = createCodeReader(thread.ask)
after(() => thread.close())
const label = {
  url: 'https://t.me/scrip_bot?start=qAbCdEfGhIjk',
  title: 'Longjing 100 g',
  caption: '12 USDC',
  code: 'qAbCdEfGhIjk',
  hint: 'Send this code',
}
const MM_AN_INCH = 25.4
/** Below this a phone does not read a card from where one holds it. */
const LEAST_MODULE_MM = 0.8
const FORMATS: readonly PrintFormat[] = ['png', 'svg', 'sheet']

/** A file as a printer puts it on paper and a scanner takes it: at 200 points an inch of its own size. */
async function printed(format: PrintFormat): Promise<Buffer> {
  const bytes = await printer.print(label, format)
  const { width } = await sharp(bytes).metadata()
  const inches = (await widthMm(bytes, format)) / MM_AN_INCH
  const lines = format === 'svg' ? { density: (72 * 200 * inches) / width } : {}
  return sharp(bytes, lines)
    .resize({ width: Math.round(200 * inches) })
    .png()
    .toBuffer()
}

/** How wide a file says it is on paper. */
async function widthMm(bytes: Uint8Array, format: PrintFormat): Promise<number> {
  if (format === 'svg')
    return Number(/ width="([\d.]+)mm"/.exec(Buffer.from(bytes).toString())?.[1])
  const at = Buffer.from(bytes).indexOf('pHYs')
  assert.ok(at > 0, 'it says how many points are in a metre')
  const view = Buffer.from(bytes).subarray(at + 4)
  assert.equal(view.readUInt32BE(0), view.readUInt32BE(4))
  assert.equal(view[8], 1, 'in metres')
  const { width } = await sharp(bytes).metadata()
  return (1000 * width) / view.readUInt32BE(0)
}

test('every format is read back as it is printed, and from a photo of the paper', async () => {
  for (const format of FORMATS) {
    const paper = await printed(format)
    for (const [what, picture] of [
      ['scanned', paper],
      ['photographed', await photographed(paper)],
    ] as const) {
      const raster = await decodePhoto(picture)
      assert.deepEqual(await reader.codes(raster), [label.url], `${format} ${what}`)
    }
  }
})

test('cards and sheets have the size of paper, and modules large enough for a phone', async () => {
  const card = await widthMm(await printer.print(label, 'png'), 'png')
  const lines = await widthMm(await printer.print(label, 'svg'), 'svg')
  const sheet = await printer.print(label, 'sheet')
  assert.ok(Math.abs(card - 100) < 0.1, `${card} mm`)
  assert.equal(lines, 100)
  assert.ok(Math.abs((await widthMm(sheet, 'sheet')) - 210) < 0.1)
  const { width, height } = await sharp(sheet).metadata()
  assert.ok(Math.abs(height / width - 297 / 210) < 0.001)

  // From finder to finder, measured where it was found.
  const raster = await decodePhoto(await printed('sheet'), 3000)
  for (const { position } of await readLuma(lumaOf(raster), 'codes')) {
    const { topLeft, topRight } = position
    const px = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y)
    const mm = (px * 210) / raster.width / (codeModules(label.url) - 8)
    assert.ok(mm >= LEAST_MODULE_MM, `${mm} mm a module`)
  }
})

test('every label of a sheet is whole', async () => {
  const raster = await decodePhoto(await printed('sheet'), 3000)
  const found = await readLuma(lumaOf(raster), 'codes')
  assert.equal(printer.sheetLabels, 9)
  assert.deepEqual(
    found.map(({ text }) => text),
    Array(printer.sheetLabels).fill(label.url),
  )
})

test('the longest name of a bot still gives modules large enough', () => {
  const longest = `https://t.me/${'b'.repeat(32)}?start=${label.code}`
  // A label of the sheet is 60 mm wide, and its code with its quiet zone as wide as the label.
  assert.ok(60 / codeModules(longest) >= LEAST_MODULE_MM)
})

test('the code to type stands on it as text, and the same label gives the same file', async () => {
  assert.match(Buffer.from(await printer.print(label, 'svg')).toString(), />qAbCdEfGhIjk</)
  for (const format of FORMATS) {
    const [one, other] = [await printer.print(label, format), await printer.print(label, format)]
    assert.deepEqual(one, other)
  }
})

test('four modules around a code are empty, on paper and on screen', async () => {
  const screen = await createPainter().paint({
    type: 'code',
    text: label.url,
    title: 'Show this',
    caption: 'No. 1',
    stamp: null,
  })
  for (const picture of [await printer.print(label, 'png'), screen]) {
    const { width } = await sharp(picture).metadata()
    // The square above the texts; 29 or 33 modules fit a link of ours.
    const { data } = await sharp(picture)
      .extract({ left: 0, top: 0, width, height: width })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    let [left, right, top, bottom] = [width, 0, width, 0]
    for (let at = 0; at < data.length; at++) {
      if ((data[at] ?? 255) >= 128) continue
      const [x, y] = [at % width, Math.floor(at / width)]
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
    const edge = Math.min(left, top, width - 1 - right, width - 1 - bottom)
    const code = right - left + 1
    assert.ok(edge >= (4 * code) / 33 - 1, `${edge} of ${code}`)
  }
})

test('what a seller writes cannot break the drawing', async () => {
  for (const title of ['</text><script>x</script>', '"&<>', '\u202e龙井\u0000', '🫖'.repeat(500)]) {
    const svg = Buffer.from(await printer.print({ ...label, title }, 'svg'))
    assert.doesNotMatch(svg.toString(), /<script|\p{Cf}/u)
    assert.ok(!svg.includes(0))
    assert.equal((await sharp(svg).metadata()).format, 'svg')
  }
})
