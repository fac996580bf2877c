import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { linkTo } from '../support/patient-buyer.ts'
import { somePhoto } from '../support/photos.ts'

let sandbox: Sandbox
let mona: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  await sandbox.driver.addPerson({ person: 'maker', name: 'Mona' })
  mona = createPhone(sandbox.driver, 'maker')
  await mona.starts('https://t.me/scrip_bot')
  await mona.sendsPhoto({ bytes: await somePhoto(), caption: 'Mug, 4 USDC, 7' })
  await mona.seesPicture('in stock: 7')
})
after(() => sandbox.close())

// Any words counted as the answer to an open question, for a week: a gift link went to the seller as a complaint, with its
// secret, or was taken for an address, and a number typed long after went into a form that nobody remembered.
test('a link is opened while a question is open, and the question stays', async () => {
  await asksForPrice()
  await mona.says(`look: ${await linkTo(sandbox.driver, 'Longjing 100 g')}`)
  await mona.seesPicture('12 USDC')
  await mona.says('5 USDC')
  await mona.seesPicture(/Mug[\s\S]*5 USDC/)
})

test('a word that could be read as a code is still an answer', async () => {
  await mona.presses(/^✎ Specification/)
  await mona.sees('What exactly does the buyer get?')
  await mona.says('pomegranates')
  await mona.seesPicture(/Mug[\s\S]*pomegranates/)
})

test('a command and a button end a question, and so does its own button', async () => {
  await asksForPrice()
  await mona.says('/rights')
  await mona.seesAnswer('no trade link', () => mona.says('15 USDC'))

  await mona.presses(/^✎ Price/)
  await mona.presses(/^✎ In stock|^✎ Stock/)
  await mona.sees('How many do you have?')
  await mona.presses('Cancel')
  await mona.sees('I am not waiting for an answer')
  await mona.seesAnswer('no trade link', () => mona.says('9'))
  const draft = await mona.seesPicture(/Mug[\s\S]*5 USDC/)
  assert.match(draft.text, /in stock: 7/)
})

async function asksForPrice(): Promise<void> {
  await mona.presses(/^✎ Price/)
  await mona.sees('What does one cost?')
}
