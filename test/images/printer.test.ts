import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { createPainter } from '../../src/images/painter.ts'
import { createPrinter } from '../../src/images/printer.ts'
import { createPhotoReader } from '../../src/vision/photo-reader.ts'

const printer = createPrinter()
const label = {
  url: 'https://t.me/scrip_bot?start=qAbCdEfGhIjk',
  title: 'Longjing 100 g',
  caption: '12 USDC',
  code: 'qAbCdEfGhIjk',
  hint: 'Send this code',
}

test('lines and points hold the same code, in print size', async () => {
  const reader = createPhotoReader()
  const png = await printer.print(label, 'png')
  const svg = await printer.print(label, 'svg')
  assert.equal((await sharp(png).metadata()).width, 1600)
  assert.deepEqual((await reader.read(png)).codes, [label.url])
  const drawn = await sharp(svg).png().toBuffer()
  assert.deepEqual((await reader.read(drawn)).codes, [label.url])
  assert.match(Buffer.from(svg).toString(), /qAbCdEfGhIjk/)
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
