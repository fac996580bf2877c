import assert from 'node:assert/strict'
import { test } from 'node:test'
import QRCode from 'qrcode'
import sharp from 'sharp'
import { decodePhoto } from '../../src/vision/decode-photo.ts'
import { lumaOf } from '../../src/vision/luma.ts'
import { readLuma } from '../../src/vision/read-luma.ts'
import { straightenCodes } from '../../src/vision/straighten-codes.ts'
import { bent } from '../support/bent.ts'
import { somePhoto } from '../support/photos.ts'

const LINK = 'https://t.me/scrip_bot?start=qAbCdEfGhIjk'
const texts = (found: readonly { isValid: boolean; text: string }[]) =>
  found.filter(({ isValid }) => isValid).map(({ text }) => text)

test('codes on something soft are read, of which a plain look reads few', async () => {
  const read = { plain: 0, straight: 0 }
  const links = Array.from({ length: 12 }, (_, at) => `${LINK.slice(0, -1)}${at.toString(36)}`)
  for (const link of links) {
    const picture = await QRCode.toBuffer(link, { width: 370, margin: 6 })
    const luma = lumaOf(await decodePhoto(await bent(picture, 4)))
    const plain = texts(await readLuma(luma, 'codes'))
    const straight = texts(await straightenCodes(luma))
    for (const text of [...plain, ...straight]) assert.equal(text, link, 'none is misread')
    if (plain.length > 0) read.plain += 1
    if (plain.length + straight.length > 0) read.straight += 1
  }
  assert.ok(read.plain <= 4, `${read.plain} plain`)
  assert.ok(read.straight >= 10, `${read.straight} straightened`)
})

test('what is bent beyond reading, and what is no code, gives nothing', async () => {
  const picture = await QRCode.toBuffer(LINK, { width: 370, margin: 6 })
  const wild = lumaOf(await decodePhoto(await bent(picture, 40)))
  assert.deepEqual(texts(await straightenCodes(wild)), [])
  const none = lumaOf(await decodePhoto(await somePhoto()))
  assert.deepEqual(await straightenCodes(none), [])
  const tiny = await sharp(picture).resize(2).png().toBuffer()
  assert.deepEqual(await straightenCodes(lumaOf(await decodePhoto(tiny))), [])
})
