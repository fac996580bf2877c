import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { buys } from '../support/desk-story.ts'
import { linkTo } from '../support/patient-buyer.ts'

const HONEY = 'Linden honey 250 g'
let sandbox: Sandbox
let ben: Phone
let mia: Phone
let lin: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  const { driver } = sandbox
  await driver.addPerson({ person: 'friend', name: 'Fred', native: '1000000000000000000' })
  ben = createPhone(driver, 'buyer')
  mia = createPhone(driver, 'friend')
  lin = createPhone(driver, 'seller')
  await buys(driver, ben, { goods: HONEY, isBound: false, isNative: true })
})
after(() => sandbox.close())

// Cards of deals that were done stayed as they were: an offer "for sale" after it was sold, a button to send a gift that
// somebody had claimed, reasons for a refusal that had long been given.
test('an offer that was sold says that it is over, and shares nothing', async () => {
  await ben.presses('Show it')
  await ben.presses('Sell')
  await ben.says('0.005')
  await ben.sees('Your wallet puts the offer on the chain')
  await ben.presses('Sell')
  await ben.approves('send')
  const listed = await ben.sees('It is for sale')
  assert.ok(labels(listed).includes('Copy link'))
  const copied = await ben.presses('Copy link')
  const link = copied.type === 'copied' ? copied.text : ''

  await mia.starts(link)
  await mia.presses(/^Pay /)
  await mia.presses('MetaMask')
  await mia.approves('session')
  await mia.approves('sign')
  await mia.approves('send')
  await ben.sees('This offer is over')
  const over = await message(ben, listed.messageId)
  assert.match(over?.text ?? '', /This offer is over/)
  assert.ok(!labels(over).includes('Copy link'))
})

test('a gift that was claimed is not offered to be sent again', async () => {
  await ben.starts(await linkTo(sandbox.driver, HONEY))
  await ben.presses('+')
  await ben.presses('🎁 As a gift')
  await ben.presses('Pay 0.008 ETH')
  await ben.approves('send')
  const card = await ben.sees('Your gift is ready')
  assert.deepEqual(labels(card).slice(0, 2), ['Send gift 1', 'Send gift 2'])
  const { chatId } = await ben.opensChatWith(mia)
  const posted = await ben.shares('Send gift 1', chatId)

  await mia.starts(/https:\/\/t\.me\/\S+start=\S+/.exec(posted.text)?.[0] ?? '')
  await mia.presses('Claim')
  await ben.sees('Of 2 gifts 1 do not wait any more')
  const after = await message(ben, card.messageId)
  assert.equal(labels(after)[0], 'Send gift 2')
  assert.ok(!labels(after).includes('Send gift 1'))
})

test('the question why goes once it is answered', async () => {
  await mia.says('/rights')
  await mia.presses(/No\. 1/)
  await mia.presses('Get it')
  await mia.presses('Pick up at the shop')
  await mia.approves('send')
  await mia.sees('Show this code at the shop')
  await lin.presses('Open it')
  await lin.presses('Refuse')
  const why = await lin.sees('Why?')
  await lin.presses('We are closed')
  await lin.sees('Reason: We are closed.')
  assert.deepEqual(labels(await message(lin, why.messageId)), ['Open it'])
})

type Shown = { buttons: { label: string }[][] } | undefined

function labels(shown: Shown): string[] {
  return (shown?.buttons ?? []).flat().map(({ label }) => label)
}

async function message(phone: Phone, id: number) {
  const all = await sandbox.driver.messages(phone.person, await phone.botChat())
  return all.find(({ messageId }) => messageId === id)
}
