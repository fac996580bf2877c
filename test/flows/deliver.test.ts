import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { linkTo } from '../support/patient-buyer.ts'

const ADDRESS = 'Ben Okafor\n5 Canal Street\nHangzhou 310000, China'

let sandbox: Sandbox
let ben: Phone
let lin: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  lin = createPhone(sandbox.driver, 'seller')
})
after(() => sandbox.close())

/** All that somebody can read in the chat with the bot. */
async function screenOf(phone: Phone): Promise<string> {
  const found = await sandbox.driver.messages(phone.person, await phone.botChat())
  return found.map(({ text }) => text).join('\n---\n')
}

async function coinsOf(phone: Phone): Promise<string | undefined> {
  const { people } = await sandbox.driver.ledger()
  return people.find(({ person }) => person === phone.person)?.coins
}

async function stateOf(name: string, serial: number): Promise<string | undefined> {
  const { rights } = await sandbox.driver.ledger()
  return rights.find((each) => each.name === name && each.serial === serial)?.state
}

test('a buyer binds a wallet and buys what is sent', async () => {
  await ben.starts(await linkTo(sandbox.driver, 'Gaiwan, sent'))
  await ben.presses('Pay 18 USDC')
  await ben.presses('MetaMask')
  await ben.approves('session')
  await ben.approves('sign')
  await ben.approves('send')
  await ben.approves('send')
  await ben.sees('Receipt')
})

test('delivery takes the holder seven taps and one typed message, the choice of a way one more', async () => {
  await ben.counts()
  await ben.presses('Get it')
  await ben.sees('Where to?')
  await ben.says(ADDRESS)
  const check = await ben.sees('Is this right?')
  assert.match(check.text, /5 Canal Street/)
  const mine = (await sandbox.driver.messages('buyer', await ben.botChat())).filter(
    ({ mine, text }) => mine && text.includes('Canal'),
  )
  await ben.until('the typed address to be gone', async () => {
    const left = await sandbox.driver.messages('buyer', await ben.botChat())
    return left.some((each) => each.mine && /Canal/.test(each.text)) ? undefined : mine
  })
  await ben.presses('Ask the seller')
  await ben.sees('says what the delivery costs')

  const notice = await lin.sees('What does the delivery cost?')
  assert.doesNotMatch(notice.text, /Canal/)
  await lin.presses('Open it')
  const request = await lin.sees('Delivery is asked for')
  assert.match(request.text, /5 Canal Street/)
  await lin.presses('Name a fee')
  await lin.sees('Type the fee in USDC')
  await lin.says('a lot')
  await lin.sees('I cannot read this as a price')
  await lin.says('3')
  const prompt = (await lin.approves('sign')) as { text: string }
  assert.match(prompt.text, /Acceptance/)
  await lin.sees('The customer has your answer')
  await lin.sees('You answered')

  await ben.sees('The seller delivers for 3 USDC')
  await ben.presses('Pay 3 USDC')
  await ben.approves('send')
  await ben.approves('send')
  await ben.sees('Locked for delivery.')
  assert.equal(await coinsOf(ben), '79 USDC')
  assert.equal(await coinsOf(lin), '21 USDC')

  await lin.sees('Send it: Gaiwan, sent')
  await lin.presses('Open it')
  await lin.sees(/Accepted\. Send it/)
  await lin.presses('Shipped')
  await lin.sees('Type the tracking number')
  await lin.says('SF-1234-5678')
  await lin.approves('send')
  await lin.sees('The customer has the tracking number')

  await ben.sees('Tracking: SF-1234-5678')
  await ben.presses('Arrived')
  await ben.approves('send')
  await ben.sees('The right is burned')
  const { taps, typed } = await ben.tally()
  assert.deepEqual({ taps, typed }, { taps: 7, typed: 1 })
  assert.equal(await stateOf('Gaiwan, sent', 1), 'redeemed')
})

test('the address goes from every card when the delivery is final', async () => {
  for (let mined = 0; mined < 4; mined++) await sandbox.driver.mine()
  for (const phone of [ben, lin]) {
    await phone.until('the address to be gone', async () =>
      (await screenOf(phone)).includes('Canal') ? undefined : true,
    )
  }
})
