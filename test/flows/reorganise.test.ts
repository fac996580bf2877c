import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { linkTo } from '../support/patient-buyer.ts'

let sandbox: Sandbox
before(async () => {
  sandbox = await openSandbox(process.env)
})
after(() => sandbox.close())

/** Somebody who has just paid, and how many blocks must go to take the purchase back. */
async function paid(person: string): Promise<{ phone: Phone; depth: () => Promise<number> }> {
  const { driver } = sandbox
  await driver.addPerson({ person, name: person })
  const phone = createPhone(driver, person)
  await phone.starts(await linkTo(driver, 'Linden honey 250 g'))
  await phone.presses(/^Pay /)
  await phone.presses('MetaMask')
  await phone.approves('session')
  await phone.approves('sign')
  await phone.approves('send')
  const { text } = await phone.sees('In block')
  const block = Number(/In block ([\d,]+)/.exec(text)?.[1]?.replace(',', ''))
  return { phone, depth: async () => (await driver.ledger()).block - block + 1 }
}

async function held(person: string): Promise<number> {
  const { people, rights } = await sandbox.driver.ledger()
  const account = people.find((each) => each.person === person)?.account
  return rights.filter(({ holder }) => holder === account).length
}

test('a purchase whose block is replaced stands again in the new one', async () => {
  const { phone, depth } = await paid('ada')
  await sandbox.driver.reorganise(await depth(), true)

  await phone.sees('Paid.')
  await phone.sees('Final')
  assert.equal(await held('ada'), 1)
})

test('a purchase that the chain forgets is taken off card, receipt and list, and can be made again', async () => {
  const { phone, depth } = await paid('bea')
  await sandbox.driver.reorganise(await depth(), false)

  await phone.sees('The chain took this block back')
  await phone.sees('Receipt on hold')
  assert.equal(await held('bea'), 0)
  await phone.says('/rights')
  await phone.sees('You hold no right yet')

  await sandbox.driver.killBot()
  await sandbox.driver.startBot({ SCRIP_CLOCK_AHEAD: '120' })
  await phone.sees('nobody on the chain knows')
  await sandbox.driver.killBot()
  await sandbox.driver.startBot()
  await phone.presses('Try again')
  await phone.approves('send')
  await phone.sees('Paid.')
  await phone.sees(/^🧾 Receipt\n/)
  assert.equal(await held('bea'), 1)
})
