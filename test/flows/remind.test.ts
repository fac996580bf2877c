import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { buys, screenOf, stateOf } from '../support/desk-story.ts'

const TEA = 'Longjing 100 g'
const DAY = 86_400

let sandbox: Sandbox
let ben: Phone
let mia: Phone
let lin: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  mia = createPhone(sandbox.driver, 'recipient')
  lin = createPhone(sandbox.driver, 'seller')
})
after(() => sandbox.close())

async function passes(seconds: number): Promise<void> {
  await sandbox.driver.advance(seconds)
  await sandbox.driver.mine()
}

/** How often these words stand in the chat. */
async function timesSeen(phone: Phone, words: string): Promise<number> {
  return (await screenOf(sandbox.driver, phone)).split(words).length - 1
}

test('a gift that is kept for somebody without a wallet: two reminders, then both hear that it is over', async () => {
  const { driver } = sandbox
  await buys(driver, ben, { goods: TEA, isBound: false })
  await ben.presses('Send')
  await ben.presses('🎁 As a gift')
  await ben.approves('send')
  await ben.sees('Reserved on the chain')
  await ben.opensChatWith(mia)
  await ben.shares('Choose a chat', 'Mia')
  const { chatId } = await mia.opensChatWith(ben)
  await mia.pressesIn(chatId, 'Open')
  await driver.start('recipient', await mia.botChat())
  await mia.presses('我没有钱包')
  await mia.sees(/保留/)

  await passes(DAY + 60)
  const first = await mia.sees('仍为您保留')
  assert.match(first.text, /送您的礼物/)
  await passes(5 * DAY)
  await mia.until('the second reminder', async () => {
    const { messageId } = await mia.sees('仍为您保留')
    return messageId > first.messageId ? true : undefined
  })
  await ben.sees('nobody has claimed it yet')
  await passes(DAY)
  await ben.sees('Nobody claimed it')
  assert.equal(await timesSeen(ben, 'nobody has claimed it yet'), 1)
  assert.equal(await timesSeen(ben, 'Nobody claimed it'), 1)
  assert.equal(await stateOf(driver, TEA, 1), 'held')
})

test('a right that lapses: a week before and a day before, once each', async () => {
  const { driver } = sandbox
  await driver.addPerson({ person: 'cleo', name: 'Cleo', coin: '60000000' })
  const cleo = createPhone(driver, 'cleo')
  await buys(driver, cleo, { goods: 'Spring cake 357 g', isBound: false })
  // Ninety days from the day the sandbox opened; a week of them is gone.
  await passes((90 - 7 - 7) * DAY)
  await cleo.sees('A week is left: Spring cake 357 g')
  await passes(6 * DAY)
  await cleo.sees('Last day: Spring cake 357 g')
  await passes(60)
  await lin.says('/requests')
  await lin.sees('Nobody waits for you.')
  // Whoever starts anew goes through everything again.
  await driver.killBot()
  await driver.startBot()
  await cleo.says('/rights')
  await cleo.sees('Your rights')
  assert.equal(await timesSeen(cleo, 'A week is left'), 1)
  assert.equal(await timesSeen(cleo, 'Last day'), 1)
})
