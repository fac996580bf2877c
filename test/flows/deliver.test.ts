import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { buys, coinsOf, screenOf, stateOf } from '../support/desk-story.ts'

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

test('a buyer binds a wallet and buys what is sent', async () => {
  await buys(sandbox.driver, ben, { goods: 'Gaiwan, sent', isBound: false })
})

test('delivery takes the holder seven taps and one typed message, the choice of a way one more', async () => {
  await ben.counts()
  await ben.presses('Get it')
  await ben.sees('Where to?')
  await ben.says(ADDRESS)
  const check = await ben.sees('Is this address correct?')
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
  await lin.sees('The desk answered')

  await ben.sees('The seller delivers for 3 USDC')
  await ben.presses('Pay 3 USDC')
  await ben.approves('send')
  await ben.approves('send')
  await ben.sees('Locked for delivery.')
  assert.equal(await coinsOf(sandbox.driver, ben), '79 USDC')
  assert.equal(await coinsOf(sandbox.driver, lin), '21 USDC')

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
  assert.equal(await stateOf(sandbox.driver, 'Gaiwan, sent', 1), 'redeemed')
})

test('the address goes from every card when the delivery is final', async () => {
  for (let mined = 0; mined < 4; mined++) await sandbox.driver.mine()
  for (const phone of [ben, lin]) {
    await phone.until('the address to be gone', async () =>
      (await screenOf(sandbox.driver, phone)).includes('Canal') ? undefined : true,
    )
  }
})

/** The next two are told as far as the parcel: the holder's and the desk's taps up to there are those of the first. */
async function sent(goods: string, tracking: string): Promise<void> {
  await ben.presses('Get it')
  if (goods !== 'Gaiwan, sent') await ben.presses('Have it sent')
  await ben.sees('Where to?')
  await ben.says(ADDRESS)
  await ben.presses('Ask the seller')
  await lin.sees(`What does the delivery cost? ${goods}`)
  await lin.presses('Open it')
  await lin.sees('Delivery is asked for')
  await lin.presses('No extra cost')
  await lin.approves('sign')
  await ben.sees('at no further cost')
  await ben.presses('Lock for delivery')
  await ben.approves('send')
  await lin.sees(`Send it: ${goods}`)
  await lin.presses('Open it')
  await lin.presses('Shipped')
  await lin.says(tracking)
  await lin.approves('send')
  await ben.sees(`Tracking: ${tracking}`)
}

test('another address is another request: an answer to the first counts no more', async () => {
  await buys(sandbox.driver, ben, { goods: 'Gaiwan, sent', isBound: true })
  await ben.presses('Get it')
  await ben.sees('Where to?')
  await ben.says('a'.repeat(401))
  await ben.sees('I cannot take this text')
  await ben.says('turned \u202e round')
  await ben.sees('I cannot take this text')
  await ben.says('First Street 1')
  await ben.presses('Ask the seller')
  await lin.sees('What does the delivery cost? Gaiwan, sent, No. 2')
  await lin.presses('Open it')
  await lin.sees('First Street 1')
  await lin.presses('No extra cost')
  await lin.asked('sign')
  await ben.presses('Change the address')
  await ben.sees('Where to?')
  await lin.until('the old address to be gone', async () =>
    (await screenOf(sandbox.driver, lin)).includes('First Street') ? undefined : true,
  )
  await ben.says('Second Street 2')
  await ben.sees('Second Street 2')
  await lin.approves('sign')
  await lin.sees(/Signed\./)
  await ben.presses('Ask the seller')
  await ben.sees('says what the delivery costs')
  await lin.presses('Open it')
  await lin.sees('Second Street 2')
  await lin.presses('No extra cost')
  await lin.approves('sign')
  await ben.sees('at no further cost')
})

test('an answer that has run out is asked for again', async () => {
  await sandbox.driver.advance(4 * 86_400)
  await sandbox.driver.mine()
  await ben.presses('Lock for delivery')
  await ben.sees('The seller’s answer has run out. Ask again.')
  await ben.presses('Ask the seller')
  await ben.sees('says what the delivery costs')
  await lin.says('/requests')
  await lin.sees('what does the delivery cost?')
})

test('a seller who was paid at once is written to, without the writer’s name', async () => {
  await buys(sandbox.driver, ben, { goods: 'Gaiwan, sent', isBound: true })
  await sent('Gaiwan, sent', 'SF-3')
  await ben.presses('Problem')
  const asked = await ben.sees('What is wrong?')
  assert.match(asked.text, /nothing is held/)
  // A code that got into the words is nothing for other eyes.
  await ben.says(`The lid is broken. g${'A'.repeat(32)}`)
  await ben.sees('Passed on to the seller')
  const message = await lin.sees('The lid is broken.')
  assert.match(message.text, /Gaiwan, sent, No\. 3/)
  assert.doesNotMatch(message.text, /Ben|A{16}/)
})

test('money that is held: the holder disputes, the arbiter halves it', async () => {
  const { driver } = sandbox
  await driver.addPerson({ person: 'arbiter', name: 'Ada' })
  const ada = createPhone(driver, 'arbiter')
  await ada.starts('https://t.me/scrip_bot')
  await ada.says('/wallet')
  await ada.presses('MetaMask')
  await ada.approves('session')
  await ada.approves('sign')
  await ada.sees('Bound')

  await driver.addPerson({ person: 'cleo', name: 'Cleo', coin: '100000000' })
  ben = createPhone(driver, 'cleo')
  await buys(driver, ben, { goods: 'Spring cake 357 g', isBound: false })
  assert.equal(await coinsOf(driver, ben), '70 USDC')
  await sent('Spring cake 357 g', 'SF-4')
  await ben.presses('Problem')
  const asked = await ben.sees('What is wrong?')
  assert.match(asked.text, /arbiter/)
  await ben.says('Half of it is mouldy.')
  await ben.approves('send')
  await ben.sees('The dispute is open.')
  await ben.sees('Disputed. To be decided by')

  const notice = await ada.sees('A customer disputes a delivery')
  assert.doesNotMatch(notice.text, /mouldy/)
  await ada.presses('Open it')
  const request = await ada.sees('Half of it is mouldy.')
  assert.doesNotMatch(request.text, /Canal/)
  await lin.sees('A customer disputes a delivery')
  await lin.presses('Open it')
  await lin.sees('Half of it is mouldy.')
  const before = await coinsOf(driver, lin)
  await ada.presses('Half each')
  await ada.approves('send')
  await ada.sees('15 USDC to the holder, 15 USDC to the seller')
  await ben.sees('What was held has been divided.')
  await lin.sees(/Settled/)
  assert.equal(await coinsOf(driver, ben), '85 USDC')
  assert.notEqual(await coinsOf(driver, lin), before)
  assert.equal(await stateOf(driver, 'Spring cake 357 g', 1), 'settled')
})

test('the choice of a way makes it eight taps; who says nothing lets the seller complete it', async () => {
  const { driver } = sandbox
  await buys(driver, ben, { goods: 'Spring cake 357 g', isBound: true })
  await ben.counts()
  await sent('Spring cake 357 g', 'SF-5')
  // Arrived, and the wallet, are two more.
  assert.deepEqual(await ben.counts(), { taps: 5, typed: 1, sent: 0 })
  await driver.advance(22 * 86_400)
  await driver.mine()
  // More than one is over by then; which is told of last is chance.
  const over = await lin.sees('The time to complain is over: Spring cake 357 g, No. 2')
  await lin.pressesOn(over, 'Open it')
  await lin.presses('Complete it')
  await lin.approves('send')
  await lin.sees('Completed.')
  await ben.sees('Handed over: Spring cake 357 g')
})

test('a dispute that nobody rules on: the holder takes the money back', async () => {
  const { driver } = sandbox
  await buys(driver, ben, { goods: 'Spring cake 357 g', isBound: true })
  await sent('Spring cake 357 g', 'SF-6')
  await ben.presses('Problem')
  await ben.says('Nothing came.')
  await ben.approves('send')
  await ben.sees('The dispute is open.')
  await driver.advance(22 * 86_400)
  await driver.mine()
  await ben.sees('Nobody ruled in time: Spring cake 357 g, No. 3')
  const before = await coinsOf(driver, ben)
  await ben.presses('Get my money back')
  await ben.approves('send')
  await ben.sees('Refunded.')
  assert.equal([before, await coinsOf(driver, ben)].join(), '25 USDC,55 USDC')
})
