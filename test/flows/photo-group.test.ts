import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { bicyclePhoto, codesPhoto } from '../support/shop-photos.ts'

let sandbox: Sandbox
let ben: Phone
let group: number
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  await ben.starts('https://t.me/scrip_bot')
  group = await ben.createsGroup('Market', ['recipient'])
  await ben.addsBot(group)
  await ben.makesBotAdministrator(group)
  await ben.seesIn(group, 'trade links')
})
after(() => sandbox.close())

/** What the bot has said in the group. */
async function told(words: RegExp): Promise<string[]> {
  const messages = await sandbox.driver.messages('buyer', group)
  return messages.flatMap(({ mine, text }) => (!mine && words.test(text) ? [text] : []))
}

test('a photo that does not ask the bot is left alone; one that names it is answered in short', async () => {
  const bytes = await bicyclePhoto()
  await ben.sendsPhoto({ bytes, caption: 'my new one' }, group)
  await ben.sendsPhoto({ bytes, caption: 'what is this, @scrip_bot?' }, group)
  const answer = await ben.seesIn(group, 'I am not sure what this is')
  assert.doesNotMatch(answer.text, /caption/)
  assert.deepEqual(
    answer.buttons.flat().map(({ label, kind }) => [label, kind]),
    [['Open the chat', 'url']],
  )
  assert.equal((await told(/not sure/)).length, 1)
})

test('a product in a reply to the bot is named for all, with a link that opens it', async () => {
  const greeting = await ben.seesIn(group, 'trade links')
  const bytes = await sandbox.driver.shelf('product')
  await ben.sendsPhoto({ bytes, replyTo: greeting.messageId }, group)
  const answer = await ben.seesIn(group, 'Linden honey 250 g')
  const [button] = answer.buttons.flat()
  assert.equal(button?.kind, 'url')
  await ben.pressesIn(group, button?.label ?? '')
  await sandbox.driver.start('buyer', await ben.botChat())
  await ben.seesPicture('Product HN-250-07')
})

test('a projected code is shown to all as the good that it leads to', async () => {
  const bytes = await sandbox.driver.shelf('code')
  await ben.sendsPhoto({ bytes, caption: 'seen on a screen @scrip_bot' }, group)
  const answer = await ben.seesIn(group, 'Longjing 100 g')
  assert.ok(answer.buttons.flat().some(({ kind }) => kind === 'url'))
})

test('what somebody else’s code says is not repeated there', async () => {
  const before = (await told(/not sure/)).length
  const bytes = await codesPhoto('https://evil.example/group')
  await ben.sendsPhoto({ bytes, caption: '@scrip_bot' }, group)
  await ben.until('an answer', async () =>
    (await told(/not sure/)).length > before ? true : undefined,
  )
  assert.deepEqual(await told(/evil/), [])
})
