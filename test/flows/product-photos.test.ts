import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'

const HONEY = 'Linden honey 250 g'
/** Asked about one product or about some. */
const MAYBE = /Is it (this one|one of these)\?/

let sandbox: Sandbox
let ben: Phone
let lin: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  lin = createPhone(sandbox.driver, 'seller')
  await ben.starts('https://t.me/scrip_bot')
  await ben.sees('A shop counter')
})
after(() => sandbox.close())

/** The newest list of the pictures of the product, once it has this many of hers. */
async function listWith(photos: number): Promise<string> {
  return lin.until(`a list with ${photos} photos`, async () => {
    const messages = await sandbox.driver.messages('seller', await lin.botChat())
    const list = messages.findLast(({ text }) => /to recognise it by/.test(text))
    if (list === undefined || /not looked at yet/.test(list.text)) return undefined
    return list.text.split('a photo of yours').length === photos + 1 ? list.text : undefined
  })
}

async function tilted(picture: Uint8Array, degrees: number): Promise<Buffer> {
  return sharp(picture).rotate(degrees, { background: '#6b4a2c' }).jpeg({ quality: 80 }).toBuffer()
}

test('a buyer’s photo is told only for maybe, as long as there is nothing but the catalogue picture', async () => {
  const bytes = await sandbox.driver.shelf('product')
  const answer = await ben.seesAnswer(MAYBE, () => ben.sendsPhoto({ bytes }))
  assert.match(answer.text, new RegExp(HONEY))
})

test('the seller sees how well it is told apart, and adds photos that are kept after a yes', async () => {
  await lin.says('/space')
  await lin.presses(new RegExp(HONEY))
  await lin.presses('📷 Photos')
  const list = await listWith(0)
  assert.match(list, /the picture on the chain/)
  assert.match(list, /Too few photos/)
  await lin.presses('Add photos')
  await lin.sees('12 more fit')
  const seen = await sandbox.driver.shelf('product')
  await lin.sendsAlbum([await tilted(seen, 5), await tilted(seen, -8)])
  await lin.sees('Keep these 2 photos')
  await lin.sees('Until you say yes nothing of it is kept')
  await lin.presses('Keep')
  await listWith(2)
})

test('with them the same photo of the buyer opens the card by itself', async () => {
  const bytes = await sandbox.driver.shelf('product')
  await ben.seesAnswer(`This looks like ${HONEY}`, () => ben.sendsPhoto({ bytes }))
  await ben.seesPicture('Product HN-250-07')
})

test('the seller looks at a photo and deletes it; when all are gone the buyer’s is a maybe again', async () => {
  await lin.presses('Photo 2')
  await lin.seesPicture('nobody is shown it')
  await lin.presses('🗑 Delete')
  await listWith(1)
  await lin.presses('🗑 Delete')
  await listWith(0)
  const bytes = await sandbox.driver.shelf('product')
  const answer = await ben.seesAnswer(MAYBE, () => ben.sendsPhoto({ bytes }))
  assert.match(answer.text, new RegExp(HONEY))
})

test('photos that are not said yes to leave nothing', async () => {
  await lin.presses('Add photos')
  await lin.sendsPhoto({ bytes: await sandbox.driver.shelf('product') })
  await lin.sees('Keep this photo')
  await lin.presses('Do not keep')
  await lin.sees('Nothing was kept')
  await lin.says('/space')
  await lin.presses(new RegExp(HONEY))
  await lin.presses('📷 Photos')
  await listWith(0)
})

test('while photos are awaited a code is opened, and what is photographed then is looked up', async () => {
  const { driver } = sandbox
  await lin.presses('Add photos')
  await lin.seesAnswer('There is a trade link in this picture', async () =>
    lin.sendsPhoto({ bytes: await driver.shelf('code') }),
  )
  const bytes = await driver.shelf('product')
  await lin.seesAnswer(MAYBE, () => lin.sendsPhoto({ bytes }))
})

test('the rest of an album after Keep is asked about under the list, and lost for nobody', async () => {
  const { driver } = sandbox
  await lin.says('/space')
  await lin.presses(new RegExp(HONEY))
  await lin.presses('📷 Photos')
  await listWith(0)
  await lin.presses('Add photos')
  const seen = await driver.shelf('product')
  await lin.sendsAlbum(await Promise.all([4, -4, 7, -7, 10, -10].map((at) => tilted(seen, at))))
  // Whatever the card shows at the moment of the tap is kept, and the others are asked about until none is left.
  await lin.until('six photos that were said yes to', async () => {
    const chat = await lin.botChat()
    const messages = await driver.messages('seller', chat)
    const asking = messages.findLast(({ buttons }) =>
      buttons.flat().some(({ label }) => label === 'Keep'),
    )
    // The question may have moved down, or have been answered by the tap before.
    if (asking !== undefined)
      await driver.press('seller', chat, asking.messageId, 'Keep').catch(() => {})
    const list = messages.findLast(({ text }) => /to recognise it by/.test(text))
    return list?.text.split('a photo of yours').length === 7 ? true : undefined
  })
})
