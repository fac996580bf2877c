import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import QRCode from 'qrcode'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { somePhoto } from '../support/photos.ts'

let sandbox: Sandbox
let ben: Phone
let mei: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  mei = createPhone(sandbox.driver, 'seller')
  await ben.starts('https://t.me/scrip_bot')
})
after(() => sandbox.close())

test('a group in which a photo asks the bot hears in short that it is not sure', async () => {
  const group = await ben.createsGroup('Market', ['recipient'])
  await ben.addsBot(group)
  await ben.makesBotAdministrator(group)
  await ben.seesIn(group, 'trade links')
  const nothing = await somePhoto({ tint: '#114433' })
  await ben.sendsPhoto({ bytes: nothing, caption: 'my lunch' }, group)
  await ben.sendsPhoto({ bytes: nothing, caption: 'what is this, @scrip_bot?' }, group)
  const answer = await ben.seesIn(group, 'I am not sure what this is')
  assert.doesNotMatch(answer.text, /caption/)
  assert.deepEqual(
    answer.buttons.flat().map(({ label, kind }) => [label, kind]),
    [['Open the chat', 'url']],
  )
  // What somebody else's code says is not repeated there.
  const code = await QRCode.toBuffer('https://evil.example/group', { width: 500 })
  await ben.sendsPhoto({ bytes: code, caption: '@scrip_bot' }, group)
  await ben.until('two answers', async () => {
    const messages = await sandbox.driver.messages('buyer', group)
    const told = messages.filter(({ text }) => /I am not sure/.test(text))
    return told.length === 2 ? true : undefined
  })
  const messages = await sandbox.driver.messages('buyer', group)
  assert.ok(!messages.some(({ mine, text }) => !mine && /evil/.test(text)))
})

test('a seller gives photos of a product, sees them, and deletes one', async () => {
  await mei.says('/space')
  await mei.presses(/Longjing 100 g/)
  await mei.presses('📷 Photos')
  const before = await mei.sees(/Longjing 100 g.*is recognised by/)
  assert.match(before.text, /Too few photos/)
  await mei.presses('Add photos')
  await mei.sees('12 more fit')
  const some = await Promise.all(['#0a5', '#0b6'].map((tint) => somePhoto({ tint })))
  await mei.sendsAlbum(some)
  await mei.sees('Keep these 2 photos')
  await mei.presses('Keep')
  await mei.sees(/a photo of yours[\s\S]*a photo of yours/)
  await mei.presses('Photo 2')
  await mei.seesPicture('nobody is shown it')
  await mei.presses('🗑 Delete')
  await mei.until('one photo', async () => {
    const messages = await sandbox.driver.messages('seller', await mei.botChat())
    const list = messages.findLast(({ text }) => /is recognised by/.test(text))
    return list?.text.split('a photo of yours').length === 2 ? true : undefined
  })
})

test('a photo of nothing for sale says what to do, and is not taken for an answer', async () => {
  await ben.sendsPhoto({ bytes: await somePhoto({ tint: '#aa3311' }) })
  const answer = await ben.sees('I am not sure what this is')
  assert.match(answer.text, /QR code beside it[\s\S]*closer[\s\S]*label/)
  assert.deepEqual(
    answer.buttons.flat().map(({ label }) => label),
    ['Back'],
  )
})
