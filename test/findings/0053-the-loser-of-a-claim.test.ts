import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { bindsWallet, buysHoney, sendsHoney } from '../support/honey-story.ts'

const mia = { person: 'recipient', name: 'Mia' }
let sandbox: Sandbox
let ben: Phone
let friends: Phone[]
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  await bindsWallet(ben)
  await buysHoney(sandbox, ben)
  await buysHoney(sandbox, ben)
  friends = [await friend('ann'), await friend('bob'), await friend('cem')]
})
after(() => sandbox.close())

// Whoever came second by a moment was told that the network could not be paid for them, and to try their own wallet.
test('of several who claim a gift at once, all but one hear that it is over', async () => {
  const link = await sendsHoney(ben, mia)
  for (const phone of friends) await phone.starts(link)
  for (const phone of friends) await phone.sees('A gift for you')

  await Promise.all(friends.map((phone) => phone.presses('Claim')))

  await oneHasIt()
})

// Whoever paid second read "The chain refused the call: WrongState".
test('of several who pay for a send at once, all but one hear that it is over', async () => {
  const link = await sendsHoney(ben, mia, '0.005')
  for (const phone of friends) await phone.starts(link)
  for (const phone of friends) await phone.presses(/^Pay /)
  for (const phone of friends) await phone.asked('send')

  for (const phone of friends) await phone.approves('send')

  await oneHasIt()
})

async function oneHasIt(): Promise<void> {
  const said = await Promise.all(friends.map(async (phone) => (await lastCard(phone)).split('\n')))
  assert.equal(said.filter((lines) => lines.some((line) => line.includes('It is yours'))).length, 1)
}

/** The card of the send once it says what became of it. */
function lastCard(phone: Phone): Promise<string> {
  return phone.until('what became of the send', async () => {
    const messages = await sandbox.driver.messages(phone.person, await phone.botChat())
    const text = messages.at(-1)?.text ?? ''
    return /It is yours|This send is over/.test(text) ? text : undefined
  })
}

async function friend(person: string): Promise<Phone> {
  await sandbox.driver.addPerson({ person, name: person, native: '1000000000000000000' })
  const phone = createPhone(sandbox.driver, person)
  await bindsWallet(phone)
  return phone
}
