import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'

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

test('a bound buyer buys three at once', async () => {
  const { driver, group } = sandbox
  const post = await ben.seesIn(group, 'Longjing')
  await driver.press('buyer', group, post.messageId, 'Buy')
  await driver.start('buyer', await ben.botChat())
  await ben.sees('12 USDC')
  await ben.presses('+')
  await ben.sees('240 left')
  await ben.presses('+')
  await ben.presses('Pay 36 USDC')
  await ben.presses('MetaMask')
  await ben.approves('session')
  await ben.approves('sign')
  await ben.approves('send')
  await ben.approves('send')
  await ben.sees('3 rights are yours')
  const { rights, people } = await driver.ledger()
  assert.equal(rights.length, 3)
  assert.equal(people.find(({ person }) => person === 'seller')?.coins, '36 USDC')
})

test('a gift: reserved on chain, sent to a chat, claimed by somebody who needs no coin of the chain', async () => {
  const { driver } = sandbox
  await ben.presses('Show it')
  await ben.presses('Send')
  await ben.presses('🎁 As a gift')
  await ben.approves('send')
  await ben.sees('Reserved on the chain')
  await ben.opensChatWith(mia)
  const posted = await ben.shares('Choose a chat', 'Mia')
  assert.match(posted.text, /I send you a right to this good/)
  const { chatId } = await mia.opensChatWith(ben)
  await mia.pressesIn(chatId, 'Open')
  await driver.start('recipient', await mia.botChat())
  await mia.sees('送您的礼物')
  await mia.presses('领取')
  await mia.presses('MetaMask')
  await mia.approves('session')
  await mia.approves('sign')
  await mia.sees('归您了')
  await ben.sees('Claimed by')
  const { rights, people } = await driver.ledger()
  const account = people.find(({ person }) => person === 'recipient')?.account
  assert.equal(rights.filter(({ holder }) => holder === account).length, 1)
})
