import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import type { AppError } from '../../src/domain/errors.ts'
import { decodeLarger, decodePhoto } from '../../src/vision/decode-photo.ts'
import { keepPicture } from '../../src/vision/keep-picture.ts'
import { withExif } from '../support/jpeg-bytes.ts'
import { somePhoto } from '../support/photos.ts'
import { bombPng, pngChunk } from '../support/png-bytes.ts'

const is = (code: AppError['code']) => (error: AppError) => error.code === code
const MB = 2 ** 20

/** A picture of four colours, whose upper left quarter is red. */
function quarters(width = 64, height = 48) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#fff"/><rect width="50%" height="50%" fill="#f00"/>
    <rect x="50%" width="50%" height="50%" fill="#0f0"/><rect y="50%" width="50%" height="50%" fill="#00f"/></svg>`
  return sharp(Buffer.from(svg)).removeAlpha()
}

/** The colour in the middle of the upper left quarter, each part roughly. */
async function upperLeft(bytes: Uint8Array): Promise<string> {
  const { data, width, height } = await decodePhoto(bytes)
  assert.equal(data.length, width * height * 3)
  const at = (Math.floor(height / 4) * width + Math.floor(width / 4)) * 3
  return [...data.subarray(at, at + 3)].map((part) => Math.round(part / 85)).join('')
}

test('every kind of pixels becomes plain red, green and blue', async () => {
  const formats = {
    jpeg: await quarters().jpeg({ chromaSubsampling: '4:4:4' }).toBuffer(),
    progressive: await quarters().jpeg({ progressive: true }).toBuffer(),
    png: await quarters().png().toBuffer(),
    palette: await quarters().png({ palette: true }).toBuffer(),
    interlaced: await quarters().png({ progressive: true }).toBuffer(),
    webp: await quarters().webp().toBuffer(),
    gif: await quarters().gif().toBuffer(),
    '16 bit': await quarters().toColourspace('rgb16').png().toBuffer(),
  }
  for (const [what, bytes] of Object.entries(formats)) {
    assert.equal(await upperLeft(bytes), '300', what)
  }
  // Inks cannot show pure red; it is red all the same.
  assert.match(
    await upperLeft(await quarters().toColourspace('cmyk').jpeg().toBuffer()),
    /^3[01][01]$/,
  )
  const grey = await quarters().toColourspace('b-w').png().toBuffer()
  assert.equal((await sharp(grey).metadata()).channels, 1)
  assert.match(await upperLeft(grey), /^(.)\1\1$/)
  const grey16 = await quarters().toColourspace('grey16').png().toBuffer()
  assert.match(await upperLeft(grey16), /^(.)\1\1$/)
})

test('what is transparent becomes white', async () => {
  const background = { r: 255, g: 0, b: 0, alpha: 0 }
  const clear = await sharp({ create: { width: 40, height: 40, channels: 4, background } })
    .png()
    .toBuffer()
  assert.equal(await upperLeft(clear), '333')
  const half = { r: 255, g: 0, b: 0, alpha: 0.5 }
  const tinted = await sharp({ create: { width: 40, height: 40, channels: 4, background: half } })
    .webp({ lossless: true })
    .toBuffer()
  assert.match(await upperLeft(tinted), /^3[12][12]$/)
})

test('a large photo is made smaller, a small one stays, a larger look is larger', async () => {
  const large = await somePhoto({ width: 4000, height: 3000 })
  assert.equal((await decodePhoto(large)).width, 1280)
  assert.equal((await decodePhoto(large)).height, 960)
  assert.equal((await decodeLarger(large)).width, 2016)
  const small = await somePhoto({ width: 120, height: 90 })
  assert.equal((await decodePhoto(small)).width, 120)
  assert.equal((await decodeLarger(small)).width, 120)
  const strip = await somePhoto({ width: 3000, height: 1 })
  assert.equal((await decodePhoto(strip)).height, 1)
})

test('of what moves the first picture counts', async () => {
  const raws = await Promise.all(
    ['#f00', '#00f'].map((background) =>
      sharp({ create: { width: 60, height: 60, channels: 3, background } })
        .raw()
        .toBuffer(),
    ),
  )
  const film = sharp(Buffer.concat(raws), {
    raw: { width: 60, height: 120, channels: 3, pageHeight: 60 },
  })
  const moving = {
    gif: await film
      .clone()
      .gif({ delay: [100, 100] })
      .toBuffer(),
    webp: await film
      .clone()
      .webp({ delay: [100, 100], lossless: true })
      .toBuffer(),
    apng: apng(
      await sharp({ create: { width: 60, height: 60, channels: 3, background: '#f00' } })
        .png()
        .toBuffer(),
    ),
  }
  assert.equal((await sharp(moving.gif).metadata()).pages, 2)
  assert.equal((await sharp(moving.webp).metadata()).pages, 2)
  for (const [what, bytes] of Object.entries(moving)) {
    assert.equal(await upperLeft(bytes), '300', what)
    assert.equal((await decodePhoto(bytes)).height, 60, what)
  }
})

test('the right side is up, whatever else the camera lies about', async () => {
  const plain = await quarters().jpeg({ chromaSubsampling: '4:4:4' }).toBuffer()
  const none = { width: 64, height: 48, thumbnail: { at: 0, size: 0 } }
  const corners = ['300', '030', '333', '003', '300', '003', '333', '030']
  for (const [at, corner] of corners.entries()) {
    assert.equal(
      await upperLeft(withExif(plain, { ...none, orientation: at + 1 })),
      corner,
      `${at + 1}`,
    )
  }
  const lies = {
    'no such side': { ...none, orientation: 9 },
    'side zero': { ...none, orientation: 0 },
    'a size of a gigapixel': { ...none, orientation: 1, width: 0xffffffff, height: 0xffffffff },
    'a thumbnail of 4 GB': { ...none, orientation: 1, thumbnail: { at: 8, size: 0xffffffff } },
    'a thumbnail behind the end': {
      ...none,
      orientation: 1,
      thumbnail: { at: 0xfffffff0, size: 64 },
    },
    'entries that are not there': { ...none, orientation: 1, entries: 0xffff },
  }
  for (const [what, lie] of Object.entries(lies)) {
    assert.equal(await upperLeft(withExif(plain, lie)), '300', what)
  }
})

test('nothing that the camera wrote beside the picture is kept', async () => {
  const told = await sharp(await somePhoto())
    .withExif({ IFD0: { Artist: 'somebody' }, IFD3: { GPSLatitude: '1/1' } })
    .toBuffer()
  const kept = await keepPicture(await decodePhoto(told))
  const { format, exif, icc, xmp, iptc, width } = await sharp(kept).metadata()
  assert.deepEqual(
    [format, exif, icc, xmp, iptc],
    ['jpeg', undefined, undefined, undefined, undefined],
  )
  assert.equal(width, 1280)
  assert.deepEqual(kept, await keepPicture(await decodePhoto(told)))
})

test('what is no picture is refused with a reason', async () => {
  const photo = await somePhoto()
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
  assert.equal((await sharp(Buffer.from(svg)).metadata()).format, 'svg', 'it could be opened')
  const hostile = {
    empty: Buffer.alloc(0),
    'one byte': Buffer.from([0xff]),
    text: Buffer.from('hello'),
    svg: Buffer.from(svg),
    'svg behind a declaration': Buffer.from(`<?xml version="1.0"?>${svg}`),
    tiff: await sharp(photo).tiff().toBuffer(),
    pdf: Buffer.from('%PDF-1.7\n'),
    film: Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'),
    truncated: photo.subarray(0, photo.length >> 1),
    'without its last bytes': photo.subarray(0, photo.length - 200),
    'only a beginning': photo.subarray(0, 4),
    'a beginning and noise': Buffer.concat([photo.subarray(0, 20), Buffer.alloc(5000, 0xa5)]),
    'a broken png': (await quarters(600, 600).png().toBuffer()).subarray(0, 200),
    'another picture behind the first bytes of a jpeg': Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff]),
      await quarters().png().toBuffer(),
    ]),
  }
  for (const [what, bytes] of Object.entries(hostile)) {
    await assert.rejects(decodePhoto(bytes), is('PHOTO_UNREADABLE'), what)
  }
})

test('files in a phone’s own format are told apart, by their content', async () => {
  for (const brand of ['heic', 'heix', 'hevc', 'mif1', 'msf1', 'avif', 'avis']) {
    const file = Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1heic`, 'latin1')
    await assert.rejects(decodePhoto(file), is('PHOTO_HEIC'), brand)
  }
  const avif = await quarters().avif({ effort: 0 }).toBuffer()
  await assert.rejects(decodePhoto(avif), is('PHOTO_HEIC'))
})

test('20 MB are a photo, one byte more is not', async () => {
  const photo = await somePhoto()
  const filled = (size: number) => Buffer.concat([photo, Buffer.alloc(size - photo.length)])
  assert.equal((await decodePhoto(filled(20 * MB))).width, 1280)
  await assert.rejects(decodePhoto(filled(20 * MB + 1)), is('PHOTO_TOO_LARGE'))
})

test('50 megapixels are a photo, more is refused before it is unpacked', async () => {
  const bomb = bombPng(30_000, 30_000)
  assert.ok(bomb.length < MB)
  const begun = performance.now()
  for (const bytes of [bomb, bombPng(65_535, 65_535), bombPng(50_000_001, 1)]) {
    await assert.rejects(decodePhoto(bytes), is('PHOTO_TOO_LARGE'))
  }
  assert.ok(performance.now() - begun < 1000, 'at once')
  const background = '#3a7'
  const most = await sharp({ create: { width: 10_000, height: 5000, channels: 3, background } })
    .jpeg()
    .toBuffer()
  assert.equal((await decodePhoto(most)).width, 1280)
})

/** A PNG as an animation of two pictures, the second of which is whatever the first one is. */
function apng(png: Buffer): Buffer {
  const control = Buffer.alloc(8)
  control.writeUInt32BE(2, 0)
  const frame = Buffer.alloc(26)
  frame.writeUInt32BE(60, 4)
  frame.writeUInt32BE(60, 8)
  const end = png.length - 12
  const header = 8 + 25
  return Buffer.concat([
    png.subarray(0, header),
    pngChunk('acTL', control),
    pngChunk('fcTL', frame),
    png.subarray(header, end),
    png.subarray(end),
  ])
}
