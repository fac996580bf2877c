import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'

let sandbox: Sandbox
let ben: Phone
let mia: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  mia = createPhone(sandbox.driver, 'recipient')
})
after(() => sandbox.close())

const calls = async (method: RegExp) => {
  const { exchanges } = await sandbox.driver.wire()
  return exchanges.filter((each) => method.test(JSON.stringify(each['method'] ?? '')))
}

test('what the bot says of itself is set once, and not again when it starts anew', async () => {
  const { driver } = sandbox
  const before = (await calls(/^"set(My|ChatMenu)/i)).length
  assert.ok(before >= 8, `${before} calls`)
  await driver.killBot()
  await driver.startBot()
  await ben.starts('https://t.me/scrip_bot')
  await ben.sees('A shop counter for real goods.')
  assert.equal((await calls(/^"set(My|ChatMenu)/i)).length, before)
})

test('every question of the help has an answer, and a way back', async () => {
  await ben.says('/help')
  const card = await ben.sees('What would you like to know?')
  const labels = card.buttons.flat().map(({ label }) => label)
  // Ten questions, and the way back.
  assert.equal(labels.length, 11)
  const answers = new Set<string>()
  for (const label of labels.slice(0, -1)) {
    await ben.presses(label)
    const answer = await ben.until('an answer', async () => {
      const shown = await ben.sees(/./)
      const isAnswer = shown.buttons.flat().some((each) => each.label === '‹ All questions')
      return isAnswer && !answers.has(shown.text) ? shown : undefined
    })
    answers.add(answer.text)
    await ben.presses('‹ All questions')
    await ben.sees('What would you like to know?')
  }
  assert.equal(answers.size, labels.length - 1)
})

test('words that mean nothing to the bot, a sticker’s worth of them and unknown commands, get a way on', async () => {
  for (const words of ['hello?', '🍵', '/nonsense']) {
    await ben.says(words)
    const shown = await ben.until('an answer', async () => {
      const card = await ben.sees(words.startsWith('/') ? 'no such command' : 'no trade link')
      return card
    })
    assert.ok(shown.buttons.flat().some(({ label }) => label === 'Help'))
  }
  await mia.starts('https://t.me/scrip_bot')
  await mia.says('你好')
  await mia.sees('没有交易链接')
})

test('in a group the bot says one sentence when it comes, and answers only who names it', async () => {
  const group = await ben.createsGroup('Tea friends', ['recipient'])
  await ben.addsBot(group)
  const hello = await ben.seesIn(group, 'keep quiet otherwise')
  assert.deepEqual(
    hello.buttons.flat().map(({ kind }) => kind),
    ['url'],
  )
  await ben.says('what about tea?', group)
  await ben.says('/rights', group)
  await ben.says('/help@scrip_bot', group)
  await ben.seesIn(group, 'I answer in our private chat')
  const said = (await sandbox.driver.messages('buyer', group)).filter(({ text }) =>
    /private chat|quiet/.test(text),
  )
  assert.equal(said.length, 2)
})

test('muted, removed, let in again: the bot neither fails nor tries again', async () => {
  const { driver } = sandbox
  const group = await ben.createsGroup('Short visit', ['recipient'])
  await ben.addsBot(group)
  await ben.seesIn(group, 'keep quiet otherwise')
  await ben.mutesBot(group)
  await ben.says('/help@scrip_bot', group)
  await ben.removesBot(group)
  // Everything behind it still works, in the group's own lane and elsewhere.
  await ben.says('/help')
  await ben.sees('What would you like to know?')
  const tried = async () =>
    (await driver.wire()).exchanges.filter((each) =>
      JSON.stringify(each).includes(`"chat_id":${group}`),
    ).length
  const before = await tried()
  await new Promise((resolve) => setTimeout(resolve, 3000))
  assert.equal(await tried(), before)
})
