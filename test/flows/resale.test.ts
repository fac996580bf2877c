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

test('somebody else pays: the link goes to a friend, the right to whoever asked', async () => {
  const { driver, group } = sandbox
  await binds(ben)
  await ben.pressesIn(group, 'Buy')
  await driver.start('buyer', await ben.botChat())
  await ben.presses('Someone else pays')
  await ben.sees('Somebody else pays.')
  await ben.opensChatWith(mia)
  const asked = await ben.shares('Choose a chat', 'Mia')
  assert.match(asked.text, /Would you pay this for me/)
  const { chatId } = await mia.opensChatWith(ben)
  await mia.pressesIn(chatId, 'Pay 12 USDC')
  await driver.start('recipient', await mia.botChat())
  await mia.sees('您在为别人代付')
  await mia.presses('支付 12 USDC')
  await mia.presses('MetaMask')
  await mia.approves('session')
  await mia.approves('sign')
  await mia.approves('send')
  await mia.approves('send')
  await mia.sees('已为对方付款')
  await ben.sees('Right No. 1 is yours.')
  assert.equal(await holderOf(0), 'buyer')
  assert.equal(await coinsOf('recipient'), 18)
  assert.equal(await coinsOf('buyer'), 100)
  // Who opens the link again is told that it is paid.
  await driver.addPerson({ person: 'third', name: 'Third' })
  const third = createPhone(driver, 'third')
  await third.starts(linkIn(asked.text))
  await third.sees('Somebody has paid for this already')
})

test('a right is sold on: a post, a price above the issuer’s that is said, and the holder is paid', async () => {
  const { driver, group } = sandbox
  await ben.presses('Show it')
  await ben.sees('State: yours')
  await ben.presses('Sell')
  await ben.sees('What do you want for it?')
  await ben.says('14')
  await ben.sees('Your wallet puts the offer on the chain')
  await ben.sees('The issuer may end any right by paying 12 USDC back')
  await ben.presses('Sell')
  await ben.approves('send')
  await ben.sees('It is for sale')
  const posted = await ben.shares('Choose a chat', group)
  assert.match(posted.text, /14 USDC/)
  await mia.pressesIn(group, 'Buy')
  await driver.start('recipient', await mia.botChat())
  await mia.sees('转售')
  await mia.sees('高于发行方的售价：12 USDC')
  await mia.presses('支付 14 USDC')
  await mia.approves('send')
  await mia.approves('send')
  await mia.sees('第 1 号权益归您了')
  await ben.sees(/Sold on: Longjing 100 g, No\. 1 for 14 USDC/)
  assert.equal(await coinsOf('buyer'), 114)
  assert.equal(await holderOf(0), 'recipient')
  // The post says so, and its link leads nowhere.
  await mia.seesIn(group, 'No longer for sale')
  await lin.starts(linkIn(posted.text))
  await lin.sees('not for sale any more')
})

test('a private sale: for one account alone', async () => {
  const { driver } = sandbox
  const seller = (await driver.ledger()).people.find(({ person }) => person === 'seller')
  await mia.presses('查看')
  await mia.sees('状态：由您持有')
  await mia.presses('转售')
  await mia.sees('您想卖多少')
  await mia.says(`11,5 ${seller?.account ?? ''}`)
  await mia.sees('仅限')
  await mia.presses('转售')
  await mia.approves('send')
  await mia.sees('已开始转售')
  const { rights } = await driver.ledger()
  const id = rights[0]?.id ?? ''
  const link = `https://t.me/scrip_bot?start=o${Buffer.from(id.slice(2), 'hex').toString('base64url')}`
  await ben.starts(link)
  await ben.sees('is offered to the account')
})

test('a gift bought straight away: paid once, claimed by somebody else', async () => {
  const { driver, group } = sandbox
  const post = (await driver.messages('buyer', group)).find(({ text }) =>
    text.includes('Linden honey'),
  )
  await driver.press('buyer', group, post?.messageId ?? 0, 'Buy')
  await driver.start('buyer', await ben.botChat())
  await ben.sees('Linden honey 250 g')
  await ben.presses('🎁 As a gift')
  await ben.sees('As a gift: you pay and get a link for each right')
  await ben.presses('+')
  await ben.presses('Pay 0.008 ETH')
  await ben.approves('send')
  await ben.sees('Your gift is ready')
  await ben.opensChatWith(mia)
  const posted = await ben.shares('Send gift 2', 'Mia')
  await mia.starts(linkIn(posted.text))
  await mia.presses('领取')
  await mia.sees(/归您了。领取时间/)
  const { rights } = await driver.ledger()
  assert.deepEqual(
    rights.slice(1).map(({ state }) => state),
    ['sent', 'held'],
  )
})

async function binds(phone: Phone): Promise<void> {
  await phone.starts('https://t.me/scrip_bot')
  await phone.says('/wallet')
  await phone.presses('MetaMask')
  await phone.approves('session')
  await phone.approves('sign')
  await phone.sees('Bound')
}

function linkIn(text: string): string {
  const [link = ''] = /https:\/\/t\.me\/\S+start=\S+/.exec(text) ?? []
  return link
}

async function coinsOf(person: string): Promise<number> {
  const { people } = await sandbox.driver.ledger()
  return Number(people.find((each) => each.person === person)?.coins.replace(' USDC', ''))
}

async function holderOf(place: number): Promise<string | undefined> {
  const { people, rights } = await sandbox.driver.ledger()
  return people.find(({ account }) => account === rights[place]?.holder)?.person
}
