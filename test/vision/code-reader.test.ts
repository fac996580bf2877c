import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Worker } from 'node:worker_threads'
import QRCode from 'qrcode'
import sharp from 'sharp'
import { type CodeReader, createCodeReader } from '../../src/vision/code-reader.ts'
import { createCodeThread } from '../../src/vision/code-thread.ts'
import { decodePhoto } from '../../src/vision/decode-photo.ts'
import type { Raster } from '../../src/vision/raster.ts'
import { barsSvg } from '../support/bars.ts'
import { photographed, somePhoto } from '../support/photos.ts'

const thread = createCodeThread()
const reader = createCodeReader(thread.ask)
after(() => thread.close())
const LINK = 'https://t.me/scrip_bot?start=qAAAAAAAAAAA'
const code = (text = LINK) => QRCode.toBuffer(text, { width: 500, margin: 4 })
const codesOf = async (bytes: Uint8Array) => reader.codes(await decodePhoto(bytes))

test('a code is read off a wall, in every format, mirrored in colour and small in a large photo', async () => {
  const picture = await code()
  const wide = { width: 3600, height: 2700, channels: 3, background: '#d8d0c0' } as const
  const input = await sharp(picture).resize(520).png().toBuffer()
  const photos = [
    await photographed(picture),
    await sharp(picture).jpeg().toBuffer(),
    await sharp(picture).webp().toBuffer(),
    await sharp(picture).gif().toBuffer(),
    await sharp(picture).negate({ alpha: false }).jpeg().toBuffer(),
    await sharp(picture).toColourspace('cmyk').jpeg().toBuffer(),
    await sharp(picture).rotate(90).toColourspace('rgb16').png().toBuffer(),
    await sharp({ create: wide })
      .composite([{ input, left: 2100, top: 1500 }])
      .jpeg()
      .toBuffer(),
  ]
  for (const [place, photo] of photos.entries()) {
    assert.deepEqual(await codesOf(photo), [LINK], `photo ${place}`)
  }
  assert.deepEqual(await codesOf(await somePhoto()), [])
})

test('two codes in one picture are both read, and the same one twice is one', async () => {
  const input = await code()
  const other = await code('https://example.com/elsewhere')
  const sheet = { width: 1600, height: 600, channels: 3, background: '#fff' } as const
  const beside = (second: Buffer) =>
    sharp({ create: sheet })
      .composite([
        { input, left: 50, top: 50 },
        { input: second, left: 1000, top: 50 },
      ])
      .png()
      .toBuffer()
  assert.deepEqual((await codesOf(await beside(other)))?.toSorted(), [
    'https://example.com/elsewhere',
    LINK,
  ])
  assert.deepEqual(await codesOf(await beside(input)), [LINK])
})

test('whatever stands in a foreign code comes out as it is', async () => {
  const texts = [
    'javascript:alert(1)',
    'tel:+1900',
    'a\u0000b\u0007c\u001b[2J',
    '\u202egnp.exe\u2069',
    'WIFI:S:home;T:WPA;P:secret;;',
    '龙井 🫖',
    `<b>${'&amp;'.repeat(20)}</b>`,
  ]
  for (const text of texts) assert.deepEqual(await codesOf(await code(text)), [text])
  const long = 'A'.repeat(4000)
  const large = await QRCode.toBuffer(long, { width: 1200, margin: 4, errorCorrectionLevel: 'L' })
  assert.deepEqual(await codesOf(large), [long])
})

test('product numbers are read with all of their digits, and not as codes', async () => {
  for (const digits of ['4006381333931', '96385074', '036000291452']) {
    const raster = await decodePhoto(
      await sharp(Buffer.from(barsSvg(digits)))
        .png()
        .toBuffer(),
    )
    const [number = ''] = (await reader.numbers(raster)) ?? []
    assert.equal(number.padStart(14, '0'), digits.padStart(14, '0'))
    assert.deepEqual(await reader.codes(raster), [])
  }
})

test('a number whose last digit does not fit is none', async () => {
  const wrong = await sharp(Buffer.from(barsSvg('4006381333930')))
    .png()
    .toBuffer()
  assert.deepEqual(await reader.numbers(await decodePhoto(wrong)), [])
})

test('questions about several pictures at once are answered each for its own', async () => {
  const [one, other] = [await decodePhoto(await code('one')), await decodePhoto(await code('two'))]
  const bars = await decodePhoto(
    await sharp(Buffer.from(barsSvg('96385074')))
      .png()
      .toBuffer(),
  )
  const answers = await Promise.all([
    reader.codes(one),
    reader.codes(other),
    reader.numbers(bars),
    reader.numbers(one),
    reader.codes(one),
    reader.codes(bars),
  ])
  assert.deepEqual(answers, [['one'], ['two'], ['96385074'], [], ['one'], []])
})

test('a thread that dies is replaced: while nobody asks, and in the midst of a question', async () => {
  const workers: Worker[] = []
  const remember = (worker: Worker) => workers.push(worker)
  process.on('worker', remember)
  const own = createCodeThread()
  const raster = await decodePhoto(await code())
  const ask = () => createCodeReader(own.ask).codes(raster)
  assert.deepEqual(await ask(), [LINK])
  await workers.at(-1)?.terminate()
  assert.deepEqual(await ask(), [LINK])
  const asked = ask()
  await Promise.all([workers.at(-1)?.terminate(), assert.doesNotReject(asked)])
  assert.deepEqual(await ask(), [LINK])
  process.off('worker', remember)
  await own.close()
})

test('a question that cannot be put spoils none of those behind it', async () => {
  const own = createCodeThread()
  const mine = createCodeReader(own.ask)
  const impossible = { data: new Uint8Array(3), width: -1, height: 1 }
  const answers = await Promise.allSettled([mine.codes(impossible), codesWith(mine)])
  assert.deepEqual(
    answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed')),
    ['failed', [LINK]],
  )
  await own.close()
})

test('a picture that takes too long is let be, and whoever waits is answered in turn', async () => {
  const own = createCodeThread()
  const raster = await decodePhoto(await code())
  const hasty = createCodeReader(own.ask, { patienceMs: 0 })
  assert.deepEqual(await Promise.all([hasty.codes(raster), hasty.codes(raster)]), [null, null])
  assert.deepEqual(await codesWith(createCodeReader(own.ask)), [LINK])
  await own.close()
})

async function codesWith(mine: CodeReader<Raster>): Promise<string[] | null> {
  return mine.codes(await decodePhoto(await code()))
}
