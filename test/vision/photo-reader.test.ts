import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import QRCode from 'qrcode'
import sharp from 'sharp'
import type { AppError } from '../../src/domain/errors.ts'
import { createPhotoReader } from '../../src/vision/photo-reader.ts'
import { photographed, somePhoto } from '../support/photos.ts'

const reader = createPhotoReader()
const LINK = 'https://t.me/scrip_bot?start=qAAAAAAAAAAA'
const code = () => QRCode.toBuffer(LINK, { width: 500, margin: 4 })
const is = (code: AppError['code']) => (error: AppError) => error.code === code

test('a photo without a code is kept upright, small, and without what the camera wrote', async () => {
  const turned = await sharp(await somePhoto({ width: 3000, height: 2000 }))
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Artist: 'somebody' }, IFD3: { GPSLatitude: '1/1' } })
    .toBuffer()
  const { codes, picture } = await reader.read(turned)
  const { format, width, height, exif, orientation } = await sharp(picture).metadata()
  assert.deepEqual(codes, [])
  assert.equal(format, 'jpeg')
  assert.equal(height, 1280)
  assert.equal(width, 853)
  assert.equal(exif, undefined)
  assert.equal(orientation, undefined)
})

test('a small picture is not blown up, and the same photo gives the same picture', async () => {
  const small = await somePhoto({ width: 120, height: 90 })
  const [one, other] = [await reader.read(small), await reader.read(small)]
  assert.equal((await sharp(one.picture).metadata()).width, 120)
  assert.deepEqual(one.picture, other.picture)
})

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
    assert.deepEqual((await reader.read(photo)).codes, [LINK], `photo ${place}`)
  }
})

test('of an animation the first picture counts', async () => {
  const frames = [await code(), await somePhoto({ width: 500, height: 500 })]
  const raws = await Promise.all(
    frames.map((each) =>
      sharp(each).resize(500, 500).removeAlpha().toColourspace('srgb').raw().toBuffer(),
    ),
  )
  const animation = await sharp(Buffer.concat(raws), {
    raw: { width: 500, height: 1000, channels: 3, pageHeight: 500 },
  })
    .gif({ delay: [100, 100] })
    .toBuffer()
  assert.equal((await sharp(animation).metadata()).pages, 2)
  const { codes, picture } = await reader.read(animation)
  assert.deepEqual(codes, [LINK])
  assert.equal((await sharp(picture).metadata()).height, 500)
})

test('what is no picture is refused with a reason', async () => {
  const photo = await somePhoto()
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
  assert.equal((await sharp(Buffer.from(svg)).metadata()).format, 'svg', 'it could be opened')
  const hostile = {
    empty: Buffer.alloc(0),
    text: Buffer.from('hello'),
    svg: Buffer.from(svg),
    'svg behind a declaration': Buffer.from(`<?xml version="1.0"?>${svg}`),
    tiff: await sharp(photo).tiff().toBuffer(),
    pdf: Buffer.from('%PDF-1.7\n'),
    truncated: photo.subarray(0, photo.length >> 1),
    'only a beginning': photo.subarray(0, 4),
    'a beginning and noise': Buffer.concat([photo.subarray(0, 20), Buffer.alloc(5000, 0xa5)]),
    'a broken png': (await code()).subarray(0, 200),
  }
  for (const [what, bytes] of Object.entries(hostile)) {
    await assert.rejects(reader.read(bytes), is('PHOTO_UNREADABLE'), what)
  }
})

test('a bomb is refused before it is unpacked, and memory stays flat', async () => {
  const bomb = bombPng(30_000, 30_000)
  assert.ok(bomb.length < 1_000_000)
  const before = process.memoryUsage().rss
  for (let round = 0; round < 5; round++) {
    await assert.rejects(reader.read(bomb), is('PHOTO_TOO_LARGE'))
  }
  const grown = (process.memoryUsage().rss - before) / 2 ** 20
  assert.ok(grown < 100, `${grown.toFixed()} MB more`)
})

test('many photos at once wait for each other, and a bad one holds up none', async () => {
  const other = await QRCode.toBuffer('another code', { width: 900, margin: 4 })
  const photos = [await code(), Buffer.from('nonsense'), await somePhoto(), other]
  const all = [...photos, ...photos, ...photos]
  const results = await Promise.allSettled(all.map((each) => reader.read(each)))
  const codes = results.map((each) => (each.status === 'fulfilled' ? each.value.codes : null))
  const expected = [[LINK], null, [], ['another code']]
  assert.deepEqual(codes, [...expected, ...expected, ...expected])
})

/** A PNG that says it is this large and holds next to nothing. */
function bombPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(Math.ceil(width / 8) * 1000))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND')])
}

function chunk(type: string, bytes = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), bytes])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(bytes.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
