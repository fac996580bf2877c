import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { buys, coinsOf, screenOf, stateOf } from '../support/desk-story.ts'

const TEA = 'Longjing 100 g'

let sandbox: Sandbox
let ben: Phone
let mia: Phone
let lin: Phone
let passer: Phone
let code = ''
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  mia = createPhone(sandbox.driver, 'recipient')
  lin = createPhone(sandbox.driver, 'seller')
  await sandbox.driver.addPerson({ person: 'passer', name: 'Passer' })
  passer = createPhone(sandbox.driver, 'passer')
})
after(() => sandbox.close())

/** From the list of rights to one of them. */
async function opensRight(phone: Phone, serial: number): Promise<void> {
  await phone.says('/rights')
  await phone.presses(new RegExp(`${TEA} · .*${serial}`))
  await phone.sees(new RegExp(`^${TEA}, .*${serial}`))
}

test('an empty desk says so; without an account it says what to do', async () => {
  await lin.says('/requests')
  await lin.sees('Nobody waits for you.')
  await ben.starts('https://t.me/scrip_bot')
  await ben.says('/requests')
  await ben.sees('I do not know for whom you serve.')
})

test('three rights under one code: four taps for the holder, two for the desk', async () => {
  const { driver } = sandbox
  await buys(driver, ben, { goods: TEA, isBound: false })
  await buys(driver, ben, { goods: TEA, isBound: true })
  await buys(driver, ben, { goods: TEA, isBound: true })
  await ben.counts()
  await ben.presses('Get it')
  await ben.presses('All 3 at once')
  await ben.sees(`3 × ${TEA}`)
  await ben.presses('Pick up at the shop')
  await ben.approves('send')
  const shown = await ben.seesPicture('Show this code at the shop')
  assert.match(shown.text, /3 × Longjing/)
  code = await lin.reads(ben, 'Show this code at the shop')
  assert.equal((await ben.counts()).taps, 4)

  await lin.sees('and 2 more')
  assert.equal((await screenOf(driver, lin)).split('Somebody wants to pick up').length, 2)
  await lin.says('/requests')
  const list = await lin.sees('Requests: 3')
  assert.match(list.text, /wants an answer, in [67] days/)

  await lin.counts()
  await lin.scans(ben, 'Show this code at the shop')
  await driver.start('seller', await lin.botChat())
  await lin.sees('Unused')
  await lin.presses('Handed over')
  await lin.sees(`Handed over: 3 × ${TEA}`)
  assert.equal((await lin.tally()).taps, 2)
  await ben.sees('The rights are burned')
  for (const serial of [1, 2, 3]) assert.equal(await stateOf(driver, TEA, serial), 'redeemed')
})

test('a second scan says when the code was used, to the desk and to anybody', async () => {
  await lin.opens(code)
  await sandbox.driver.start('seller', await lin.botChat())
  await lin.sees(/Used on .* do not hand over again/)
  await passer.opens(code)
  await sandbox.driver.start('passer', await passer.botChat())
  await passer.sees('was used already')
})

test('from the list of rights to the code it is four taps; the desk accepts and the customer hears of it', async () => {
  const { driver } = sandbox
  await buys(driver, ben, { goods: TEA, isBound: true })
  await ben.counts()
  await opensRight(ben, 4)
  await ben.presses('Get it')
  await ben.presses('Pick up at the shop')
  await ben.approves('send')
  await ben.sees('Show this code at the shop')
  assert.equal((await ben.counts()).taps, 4)
  await passer.scans(ben, 'Show this code at the shop')
  await driver.start('passer', await passer.botChat())
  await passer.sees('Only the seller of these goods can use this code up.')

  await lin.sees(`Somebody wants to pick up: ${TEA}, No. 4`)
  await lin.presses('Open it')
  await lin.sees(/Answer by .*\(in \d+ days\)/)
  await lin.presses('Accept')
  await lin.approves('send')
  await lin.sees('The customer has been told.')
  await ben.sees('The seller accepted')
  await ben.sees('The seller has it ready.')
  await lin.sees('Accepted. Hand it over against')
})

test('the desk refuses for a reason; the customer reads it and can ask again', async () => {
  await lin.presses('Refuse')
  await lin.sees('Why?')
  await lin.presses('Out of stock')
  await lin.approves('send')
  await lin.sees('Refused.')
  await ben.sees('The seller refused: out of stock')
  await ben.presses('Ask for it again')
  await ben.presses('Pick up at the shop')
  await ben.approves('send')
  await lin.sees(`Somebody wants to pick up: ${TEA}, No. 4`)
})

test('a request that nobody answers: the desk is reminded twice, then the right is free and both know', async () => {
  const { driver } = sandbox
  await driver.advance(4 * 86_400)
  await driver.mine()
  await lin.sees('A customer still waits for an answer')
  await driver.advance(2 * 86_400 + 43_200)
  await driver.mine()
  await lin.sees('Less than a day is left to answer')
  await ben.sees('your code runs out on')
  await driver.advance(86_400)
  await driver.mine()
  await ben.sees('The seller did not answer in time')
  assert.equal(await stateOf(driver, TEA, 4), 'held')
  const screen = await screenOf(driver, lin)
  assert.equal(screen.split('A customer still waits').length, 2)
  assert.equal(screen.split('Less than a day').length, 2)
  await lin.says('/requests')
  await lin.sees('Nobody waits for you.')
})

test('the seller pays back what was paid at once, after reading what it costs', async () => {
  const { driver } = sandbox
  await lin.presses('Open it')
  await lin.sees('Nothing is asked for.')
  await lin.presses('Pay back')
  await lin.sees('12 USDC goes back to its holder, from your wallet')
  const before = [await coinsOf(driver, ben), await coinsOf(driver, lin)]
  await lin.presses('Pay back')
  await lin.approves('send')
  await lin.approves('send')
  await lin.sees('Paid back. The right has ended.')
  await ben.sees('Paid back: Longjing')
  const now = [await coinsOf(driver, ben), await coinsOf(driver, lin)]
  assert.deepEqual(
    [before, now],
    [
      ['52 USDC', '48 USDC'],
      ['64 USDC', '36 USDC'],
    ],
  )
})

test('what is held and left unserved goes back to its holder, who presses one button', async () => {
  const { driver } = sandbox
  await buys(driver, mia, { goods: 'Spring cake 357 g', isBound: false })
  await mia.presses('提货')
  await mia.presses('到店自提')
  // The way, and then the lock.
  await mia.presses('到店自提')
  await mia.approves('send')
  await mia.sees('请在店里出示此码')
  await driver.advance(8 * 86_400)
  await driver.mine()
  await mia.sees('卖家未按时答复')
  await mia.presses('退款给我')
  await mia.approves('send')
  await mia.sees('已退款')
  assert.equal(await coinsOf(driver, mia), '30 USDC')
})
