import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import QRCode from 'qrcode'
import sharp from 'sharp'
import { somePhoto } from '../support/photos.ts'
import { someVision } from '../support/some-vision.ts'

const vision = await someVision()
after(() => vision.close())
const ASKED = { space: null, isOurs: (text: string) => text === LINK }
const LINK = 'https://t.me/scrip_bot?start=qAAAAAAAAAAA'
const code = () => QRCode.toBuffer(LINK, { width: 500, margin: 4 })

test('a photo without a code is kept upright, small, and without what the camera wrote', async () => {
  const turned = await sharp(await somePhoto({ width: 3000, height: 2000 }))
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Artist: 'somebody' }, IFD3: { GPSLatitude: '1/1' } })
    .toBuffer()
  const { codes } = await vision.look(turned, ASKED)
  const { picture } = await vision.keep(turned)
  const { format, width, height, exif, orientation } = await sharp(picture).metadata()
  assert.deepEqual(codes, [])
  assert.deepEqual([format, width, height], ['jpeg', 853, 1280])
  assert.equal(exif, undefined)
  assert.equal(orientation, undefined)
})

test('many photos at once wait for each other, and a bad one holds up none', async () => {
  const other = await QRCode.toBuffer('another code', { width: 900, margin: 4 })
  const photos = [await code(), Buffer.from('nonsense'), await somePhoto(), other]
  const all = [...photos, ...photos, ...photos]
  const results = await Promise.allSettled(all.map((each) => vision.look(each, ASKED)))
  const codes = results.map((each) => (each.status === 'fulfilled' ? each.value.codes : null))
  const expected = [[LINK], null, [], ['another code']]
  assert.deepEqual(codes, [...expected, ...expected, ...expected])
})
