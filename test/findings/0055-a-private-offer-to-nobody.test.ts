import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { bindsWallet, buysHoney } from '../support/honey-story.ts'

let sandbox: Sandbox
let ben: Phone
let link: string
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  await bindsWallet(ben)
  await buysHoney(sandbox, ben)
})
after(() => sandbox.close())

// To the contract the zero address means anybody: a right that was offered to it "alone" was for sale to all.
test('nobody is no account to offer a right to', async () => {
  await asksForPrice()

  await ben.seesAnswer('Nobody can pay from this account', () => ben.says(`15 0x${'0'.repeat(40)}`))
})

// Whoever opened a private offer saw a button to pay, and was refused only after pressing it.
test('an offer to one account alone says so to everybody else, at once and without a button to pay', async () => {
  const [bound, unbound] = [await person('ann'), await person('bob')]
  const taker = await person('cem')
  for (const phone of [bound, taker]) await bindsWallet(phone)
  await asksForPrice()
  const account = await accountOf('cem')
  await ben.seesAnswer('Your wallet puts the offer', () => ben.says(`0.005 ${account}`))
  await ben.presses('Sell')
  await ben.approves('send')
  await ben.sees('It is for sale')
  link = await offerLink()

  for (const phone of [bound, unbound, taker]) await phone.starts(link)

  assert.deepEqual(labels(await bound.sees('is offered to the account')), ['My rights'])
  assert.deepEqual(labels(await unbound.sees('is offered to the account')), ['Bind a wallet'])
  await taker.presses('Pay 0.005 ETH')
  await taker.asked('send')
})

test('who opens the link of their own offer is told that it is theirs', async () => {
  const card = await ben.seesAnswer('This is your own offer', () => ben.starts(link))

  assert.deepEqual(labels(card), ['Show it'])
})

async function asksForPrice(): Promise<void> {
  const list = await ben.seesAnswer('Your rights', () => ben.says('/rights'))
  const right = await ben.seesAnswer('State: yours', () => ben.pressesOn(list, /^Linden/))
  await ben.seesAnswer('What do you want for it?', () => ben.pressesOn(right, 'Sell'))
}

async function person(name: string): Promise<Phone> {
  await sandbox.driver.addPerson({ person: name, name, native: '1000000000000000000' })
  return createPhone(sandbox.driver, name)
}

async function offerLink(): Promise<string> {
  const { rights } = await sandbox.driver.ledger()
  const code = Buffer.from(rights[0]?.id.slice(2) ?? '', 'hex').toString('base64url')
  return `https://t.me/scrip_bot?start=o${code}`
}

function labels({ buttons }: Awaited<ReturnType<Phone['sees']>>): string[] {
  return buttons.flat().map(({ label }) => label)
}

async function accountOf(name: string): Promise<string> {
  const { people } = await sandbox.driver.ledger()
  return people.find((each) => each.person === name)?.account ?? ''
}
