import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { opensRight } from '../support/method-story.ts'

let sandbox: Sandbox
let ben: Phone
let mia: Phone
let lin: Phone
let giftLink = ''
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
  giftLink = linkIn(posted.text)
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

test('the card in the chat says that the gift is claimed, and has no link any more', async () => {
  const { driver } = sandbox
  const { chatId } = await ben.opensChatWith(mia)
  const card = await ben.seesIn(chatId, 'Claimed.')
  assert.doesNotMatch(card.text, /start=/)
  assert.deepEqual(card.buttons, [])
  // Who kept the link gets nowhere with it.
  const late = createPhone(driver, 'late')
  await driver.addPerson({ person: 'late', name: 'Late' })
  await late.starts(giftLink)
  await late.sees('This send is over')
})

test('taken back: the sender holds the right again, and the link is dead', async () => {
  const { driver } = sandbox
  await sendRight(2, '🎁 As a gift')
  await ben.approves('send')
  const posted = await shareToMia()
  await ben.presses('Take back')
  await ben.approves('send')
  await ben.sees('Taken back.')
  await mia.starts(linkIn(posted.text))
  await mia.sees('此次转送已结束')
  const { rights } = await driver.ledger()
  assert.equal(rights[1]?.state, 'held')
})

test('for a price: the recipient pays the sender, and both see it', async () => {
  const { driver } = sandbox
  const before = await coinsOf('buyer')
  await sendRight(2, 'For a price')
  await ben.sees('What shall the recipient pay you?')
  await ben.says('a lot')
  await ben.sees('I cannot read this as a price')
  await ben.says('15')
  await ben.sees('That is above what the seller asks for a new one: 12 USDC')
  await ben.presses('Reserve it')
  await ben.approves('send')
  const posted = await shareToMia()
  await mia.starts(linkIn(posted.text))
  await mia.sees('以 15 USDC 转送给您')
  await mia.sees('高于发行方的售价：12 USDC')
  await mia.presses('支付 15 USDC')
  await mia.approves('send')
  await mia.approves('send')
  await mia.sees('归您了')
  await ben.sees(/Claimed: Longjing 100 g, No\. 2/)
  assert.equal(await coinsOf('buyer'), before + 15)
  assert.equal((await driver.ledger()).rights[1]?.state, 'held')
})

test('without a wallet: kept, and used at the shop with the claim key as the only authority', async () => {
  const { driver } = sandbox
  await driver.addPerson({ person: 'guest', name: 'Gus', native: '0' })
  const guest = createPhone(driver, 'guest')
  await sendRight(3, '🎁 As a gift')
  await ben.approves('send')
  const posted = await shareToMia()
  await guest.counts()
  await guest.starts(linkIn(posted.text))
  await guest.sees('A gift for you')
  await guest.presses('I have no wallet')
  await guest.sees('Kept for you')
  await mia.starts(linkIn(posted.text))
  await mia.sees('已为先打开的人保留')
  await guest.presses('Use at the shop')
  await guest.sees('Show this code at the shop')
  const scanned = await lin.scans(guest, 'Show this code at the shop')
  assert.equal(scanned.type, 'chat')
  await driver.start('seller', await lin.botChat())
  await lin.sees('A gift, shown by its recipient')
  await lin.presses('Handed over')
  await lin.approves('send')
  await lin.sees('Handed over: 1 × Longjing 100 g, No. 3')
  await guest.sees('The right is burned')
  await ben.sees('Used at the shop')
  const { rights } = await driver.ledger()
  assert.equal(rights[2]?.state, 'redeemed')
})

async function sendRight(serial: number, how: string): Promise<void> {
  await opensRight(ben, 'Longjing 100 g', serial)
  const choice = await ben.seesAnswer(/Send Longjing 100 g, No\. \d/, () => ben.presses('Send'))
  await ben.pressesOn(choice, how)
}

async function shareToMia() {
  await ben.sees('Reserved on the chain')
  await ben.opensChatWith(mia)
  return ben.shares('Choose a chat', 'Mia')
}

function linkIn(text: string): string {
  const [link = ''] = /https:\/\/t\.me\/\S+start=\S+/.exec(text) ?? []
  return link
}

async function coinsOf(person: string): Promise<number> {
  const { people } = await sandbox.driver.ledger()
  return Number(people.find((each) => each.person === person)?.coins.replace(' USDC', ''))
}
