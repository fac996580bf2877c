import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { bindsWallet, buysHoney, sendsHoney } from '../support/honey-story.ts'

const OVER = 'This send is over'
const mia = { person: 'recipient', name: 'Mia' }
let sandbox: Sandbox
let ben: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  await bindsWallet(ben)
  await buysHoney(sandbox, ben)
})
after(() => sandbox.close())

// A gift that was taken back stayed offered, kept, and ready to be shown at the shop on the cards of its recipients.
test('a send that is taken back is over on every card of it', async () => {
  const [offered, kept, atShop] = [await guest('ann'), await guest('bob'), await guest('cem')]
  const link = await sendsHoney(ben, mia)
  for (const phone of [offered, atShop, kept]) await phone.starts(link)
  await kept.presses('I have no wallet')
  await kept.sees('Kept for you')
  await atShop.presses('Use at the shop')
  await atShop.sees('Show this code at the shop')

  await ben.presses('Take back')
  await ben.approves('send')

  for (const phone of [offered, kept, atShop]) await seesItOver(phone)
})

test('a send that runs out is over on the cards of its recipients, and at the desk', async () => {
  const { driver } = sandbox
  const [offered, atShop] = [await guest('dan'), await guest('eve')]
  const link = await sendsHoney(ben, mia)
  for (const phone of [offered, atShop]) await phone.starts(link)
  await atShop.presses('Use at the shop')
  const lin = createPhone(driver, 'seller')
  await lin.scans(atShop, 'Show this code at the shop')
  await driver.start('seller', await lin.botChat())
  await lin.sees('A gift, shown by its recipient')

  await driver.advance(8 * 86_400)

  for (const phone of [offered, atShop]) await seesItOver(phone)
  await lin.presses('Handed over')
  await lin.sees('This code has run out or was taken back')
})

async function seesItOver(phone: Phone): Promise<void> {
  const card = await phone.sees(OVER)
  const labels = card.buttons.flat().map(({ label }) => label)
  assert.deepEqual(labels, ['My rights'])
}

async function guest(person: string): Promise<Phone> {
  await sandbox.driver.addPerson({ person, name: person })
  return createPhone(sandbox.driver, person)
}
