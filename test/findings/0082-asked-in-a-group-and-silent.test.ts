import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { linkTo } from '../support/patient-buyer.ts'
import { bicyclePhoto, codesPhoto } from '../support/shop-photos.ts'

let sandbox: Sandbox
let ben: Phone
let rita: Phone
let group = 0
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  rita = createPhone(sandbox.driver, 'recipient')
  group = await ben.createsGroup('Tea talk', ['recipient'])
  await ben.addsBot(group)
  await ben.makesBotAdministrator(group)
  await ben.seesIn(group, 'trade links')
})
after(() => sandbox.close())

const told = async (words: RegExp) => {
  const messages = await sandbox.driver.messages('buyer', group)
  return messages.filter(({ mine, text, replyTo }) => !mine && replyTo !== null && words.test(text))
}
const until = (words: RegExp, count: number) =>
  ben.until(`${count} times ${words}`, async () =>
    (await told(words)).length >= count ? true : undefined,
  )

// What had been shown within ten minutes was not shown again, also to somebody who asked; of two codes neither was.
test('whoever asks about a code is answered, also the second within ten minutes', async () => {
  const link = await linkTo(sandbox.driver, 'Longjing 100 g')
  const bytes = await codesPhoto(link)
  await ben.sendsPhoto({ bytes, caption: '@scrip_bot' }, group)
  await until(/Longjing 100 g/, 1)
  await rita.sendsPhoto({ bytes, caption: 'and this, @scrip_bot?' }, group)
  await until(/Longjing 100 g/, 2)
  const two = await codesPhoto(link, await linkTo(sandbox.driver, 'Linden honey 250 g'))
  await ben.sendsPhoto({ bytes: two, caption: '@scrip_bot' }, group)
  await until(/Longjing 100 g/, 3)
  await until(/Linden honey/, 1)
})

test('a code for its holder is not opened there, nor is said what it is', async () => {
  for (const [at, payload] of [`g${'A'.repeat(32)}`, `j${'B'.repeat(21)}A`].entries()) {
    const bytes = await codesPhoto(`https://t.me/scrip_bot?start=${payload}`)
    await ben.sendsPhoto({ bytes, caption: '@scrip_bot' }, group)
    await until(/for whoever holds it/, at + 1)
  }
  const answers = await told(/for whoever holds it/)
  for (const { text, buttons } of answers) {
    assert.doesNotMatch(`${text}${JSON.stringify(buttons)}`, /AAAA|BBBB|gift|send|staff/i)
    assert.deepEqual(
      buttons.flat().map(({ kind }) => kind),
      ['url'],
    )
  }
})

// The bot looked at photos that named it; the natural way to ask about somebody else's is to reply to it.
test('a reply that names the bot asks about the photo that it replies to', async () => {
  const bytes = await codesPhoto(await linkTo(sandbox.driver, 'Linden honey 250 g'))
  await rita.sendsPhoto({ bytes, caption: 'look at what I found' }, group)
  const before = (await told(/Linden honey/)).length
  await ben.replies('look at what I found', 'what is this @scrip_bot?', group)
  await until(/Linden honey/, before + 1)
  const [answer] = (await told(/Linden honey/)).slice(-1)
  assert.match(answer?.replyTo?.text ?? '', /look at what I found/)
})

// Five photos, five looks, five answers of which nobody knew whose they were.
test('an album is answered once, as a reply, and a person is told that one picture of it was looked at', async () => {
  const albums = async () => (await told(/not sure what this is/)).length
  const before = await albums()
  const bytes = await bicyclePhoto()
  await ben.sendsAlbum([bytes, bytes, bytes], '@scrip_bot', group)
  await until(/not sure what this is/, before + 1)
  const [answer] = (await told(/not sure what this is/)).slice(-1)
  assert.match(answer?.text ?? '', /first picture/)
  await ben.sendsPhoto({ bytes, caption: 'and @scrip_bot this?' }, group)
  await until(/not sure what this is/, before + 2)
  assert.equal(await albums(), before + 2)
})
