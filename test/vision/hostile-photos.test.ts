import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import QRCode from 'qrcode'
import { AppError } from '../../src/domain/errors.ts'
import { createCodeReader } from '../../src/vision/code-reader.ts'
import { createCodeThread } from '../../src/vision/code-thread.ts'
import { decodePhoto } from '../../src/vision/decode-photo.ts'
import { somePhoto } from '../support/photos.ts'
import { bombPng } from '../support/png-bytes.ts'

const thread = createCodeThread()
const reader = createCodeReader(thread.ask)
after(() => thread.close())
setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')
const KNOWN = ['PHOTO_UNREADABLE', 'PHOTO_TOO_LARGE', 'PHOTO_HEIC']

/** The code of the error that a photo is refused with, or null. Anything but an AppError is thrown on. */
async function refusal(bytes: Uint8Array): Promise<string | null> {
  try {
    await decodePhoto(bytes)
    return null
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** Megabytes that this process holds, after what can be freed was freed. */
function heldMb(): number {
  collectGarbage()
  return process.memoryUsage().rss / 2 ** 20
}

test('twenty thousand hostile files in a row are refused one by one, and memory stays flat', async () => {
  const photo = await somePhoto({ width: 200, height: 150 })
  const bomb = bombPng(30_000, 30_000)
  const hostile = [
    (at: number) => Buffer.alloc(at % 50, at),
    (at: number) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(100, at)]),
    (at: number) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><!--${at}--></svg>`),
    (at: number) => Buffer.concat([bomb.subarray(0, 33), Buffer.alloc(64, at)]),
    (at: number) => Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(60, at)]),
    (at: number) => Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8 '), Buffer.alloc(60, at)]),
    (at: number) => Buffer.concat([Buffer.from('\0\0\0\x18ftypheic'), Buffer.alloc(60, at)]),
    (at: number) => photo.subarray(0, 20 + (at % (photo.length >> 1))),
    () => bomb,
    (at: number) => Buffer.concat([Buffer.alloc(1 + (at % 7)), photo]),
  ]
  const round = async (count: number, from: number) => {
    for (let at = from; at < from + count; at++) {
      const code = await refusal((hostile[at % hostile.length] ?? Buffer.alloc)(at))
      assert.ok(code !== null && KNOWN.includes(code), `${at}: ${code}`)
      if (at % 1000 === 0) collectGarbage()
    }
  }
  // Until then the decoders get the memory that they keep.
  await round(10_000, 0)
  const before = heldMb()
  await round(10_000, 10_000)
  const grown = heldMb() - before
  assert.ok(grown < 50, `${grown.toFixed()} MB more after 10,000 further ones`)
})

test('hundreds of photos are decoded and read, and memory stays flat', async () => {
  const photos = await Promise.all([
    somePhoto({ width: 1280, height: 960 }),
    QRCode.toBuffer('a code', { width: 1000, margin: 4 }),
    somePhoto({ width: 300, height: 2000, tint: '#7a2040' }),
  ])
  const round = async (count: number) => {
    for (let at = 0; at < count; at++) {
      const raster = await decodePhoto(photos[at % photos.length] ?? Buffer.alloc(0))
      const codes = await reader.codes(raster)
      assert.deepEqual(codes, at % photos.length === 1 ? ['a code'] : [])
    }
  }
  await round(60)
  const before = heldMb()
  await round(240)
  const grown = heldMb() - before
  assert.ok(grown < 80, `${grown.toFixed()} MB more after 240 further ones`)
})

test('noise in any size gives no code', async () => {
  let state = 1
  for (const [width, height] of [
    [1, 1],
    [2, 900],
    [97, 61],
    [640, 480],
  ] as const) {
    const data = new Uint8Array(width * height * 3)
    for (let at = 0; at < data.length; at++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      data[at] = state >>> 24
    }
    const raster = { data, width, height }
    const asked = { isOurs: () => false, hasNumber: async () => true, budgetMs: 400 }
    assert.deepEqual(await reader.codes(raster), [])
    assert.deepEqual(await reader.numbers(raster), [])
    assert.deepEqual(await reader.retry(raster, asked), { codes: [], probableNumbers: [] })
  }
})
