import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { buys, screenOf, stateOf } from '../support/desk-story.ts'
import { accountOf, spaceLink } from '../support/space-link.ts'

const TEA = 'Longjing 100 g'
const FOREIGN = 'Only the seller of these goods can use this code up.'

let sandbox: Sandbox
let ben: Phone
let lin: Phone
let kim: Phone
let eve: Phone
let invitation = ''
before(async () => {
  sandbox = await openSandbox(process.env)
  const { driver } = sandbox
  ben = createPhone(driver, 'buyer')
  lin = createPhone(driver, 'seller')
  await driver.addPerson({ person: 'kim', name: 'Kim', native: '1000000000000000000' })
  await driver.addPerson({ person: 'eve', name: 'Eve' })
  kim = createPhone(driver, 'kim')
  eve = createPhone(driver, 'eve')
})
after(() => sandbox.close())

test('staff joins by a link that works once; both sides are told, and the owner’s own tap uses nothing up', async () => {
  invitation = await invites()
  await lin.starts(invitation)
  await lin.sees('That is your own invitation')
  await kim.starts(invitation)
  await kim.presses('Yes, join')
  await kim.sees('You serve at the desk of')
  await lin.sees('Kim serves at the desk of')
  await eve.starts(invitation)
  await eve.sees('This invitation was used already')
  // Opening it again is no mistake of hers, and no news.
  await kim.starts(invitation)
  await kim.until('the same answer', async () =>
    (await screenOf(sandbox.driver, kim)).split('You serve at the desk').length === 3
      ? true
      : undefined,
  )
  assert.equal((await screenOf(sandbox.driver, lin)).split('Kim serves').length, 2)
})

test('an invitation that was forwarded keeps its button', async () => {
  const { chatId, messageId } = await lin.sees('Invitation to the desk of')
  await lin.opensChatWith(kim)
  const { chatId: theirs } = await kim.opensChatWith(lin)
  await sandbox.driver.forward('seller', chatId, messageId, await kimsChat())
  const forwarded = await kim.seesIn(theirs, 'Invitation to the desk of')
  assert.deepEqual(
    forwarded.buttons.flat().map(({ label }) => label),
    ['Join'],
  )

  async function kimsChat(): Promise<number> {
    return (await lin.opensChatWith(kim)).chatId
  }
})

test('a member without a wallet sees requests and hands over', async () => {
  const { driver } = sandbox
  await buys(driver, ben, { goods: TEA, isBound: false })
  await pickUp()
  await kim.sees(`Somebody wants to pick up: ${TEA}, No. 1`)
  await kim.says('/requests')
  await kim.sees('Requests: 1')
  await kim.scans(ben, 'Show this code at the shop')
  await driver.start('kim', await kim.botChat())
  await kim.sees('Unused')
  await kim.presses('Handed over')
  await kim.sees(`Handed over: 1 × ${TEA}`)
  assert.equal(await stateOf(driver, TEA, 1), 'redeemed')
})

test('a member who was removed: cards they still have refuse, and so does a new scan', async () => {
  const { driver } = sandbox
  await buys(driver, ben, { goods: TEA, isBound: true })
  await pickUp()
  await kim.sees(`Somebody wants to pick up: ${TEA}, No. 2`)
  await kim.scans(ben, 'Show this code at the shop')
  await driver.start('kim', await kim.botChat())
  await kim.sees('Unused')
  await lin.says('/space')
  await lin.presses('Staff')
  await lin.sees('Kim: uses codes up')
  await lin.presses('Remove Kim')
  await lin.sees('nobody yet')
  await kim.sees('You do not serve at the desk')

  await kim.presses('Handed over')
  await kim.sees(FOREIGN)
  const answer = await kim.presses('Open it')
  assert.equal(answer.type === 'answered' ? answer.text?.slice(0, 30) : '', FOREIGN.slice(0, 30))
  await eve.scans(ben, 'Show this code at the shop')
  await driver.start('eve', await eve.botChat())
  await eve.sees(FOREIGN)
  assert.equal(await stateOf(driver, TEA, 2), 'requested')
})

test('a member with an account is allowed to answer on chain, and no longer', async () => {
  const { driver } = sandbox
  await kim.says('/wallet')
  await kim.presses('MetaMask')
  await kim.approves('session')
  await kim.approves('sign')
  await kim.sees('Bound')
  await kim.starts(await invites())
  await kim.presses('Yes, join')
  await kim.until('the second welcome', async () =>
    (await screenOf(driver, lin)).split('Kim serves').length === 3 ? true : undefined,
  )
  await lin.presses('Staff')
  await lin.sees('Kim: uses codes up')
  await lin.presses('Let them answer')
  await lin.approves('send')
  await lin.sees('Allowed.')
  // The list that was just asked for, and the card it leads to: older ones look alike.
  const request = await kim.until('a request that may be accepted', async () => {
    const list = await kim.seesAnswer(/^Requests/, () => kim.says('/requests'))
    const card = await kim.seesAnswer(/Longjing/, () => kim.pressesOn(list, /Longjing/))
    return card.buttons.flat().some(({ label }) => label === 'Accept') ? card : undefined
  })
  await kim.pressesOn(request, 'Accept')
  await kim.approves('send')
  await ben.sees('The seller accepted')
  assert.equal(await stateOf(driver, TEA, 2), 'accepted')

  await lin.says('/space')
  await lin.presses('Staff')
  await lin.sees('and may answer with an account of theirs')
  await lin.presses(/^Stop 0x/)
  const prompt = await lin.approves('send')
  assert.ok(prompt)
  await lin.sees('No longer staff:')
  await lin.until('the account to be gone', async () => {
    await lin.presses('My space')
    await lin.presses('Staff')
    const card = await lin.sees('Staff of')
    return card.buttons.flat().some(({ label }) => label.startsWith('Stop ')) ? undefined : card
  })
})

test('staff of one desk is nobody at another, and only the owner invites and removes', async () => {
  const { driver } = sandbox
  await kim.says('/space')
  await kim.sees('Nothing is published yet')
  await kim.presses('Staff')
  const own = await kim.sees('Staff of')
  assert.match(own.text, /nobody yet/)
  assert.ok(!own.text.includes((await accountOf(driver, 'seller')).slice(0, 6)))
  await kim.starts(spaceLink({ account: await accountOf(driver, 'seller') }))
  const space = await kim.sees('Space of')
  assert.ok(space.buttons.flat().every(({ label }) => label !== 'My space'))
})

/** Lin makes an invitation; the link in it. */
async function invites(): Promise<string> {
  const before =
    (await sandbox.driver.messages('seller', await lin.botChat())).at(-1)?.messageId ?? 0
  await lin.says('/space')
  await lin.presses('Staff')
  await lin.presses('Invite')
  const card = await lin.until('the invitation', async () => {
    const shown = await lin.sees('Invitation to the desk of')
    return shown.messageId > before ? shown : undefined
  })
  return /https:\/\/t\.me\/\S+/.exec(card.text)?.[0] ?? ''
}

/** Ben asks for the newest right of his. */
async function pickUp(): Promise<void> {
  await ben.presses('Get it')
  await ben.presses('Pick up at the shop')
  await ben.approves('send')
  await ben.sees('Show this code at the shop')
}
