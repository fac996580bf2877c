import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { photographed, somePhoto } from '../support/photos.ts'

let sandbox: Sandbox
let mona: Phone
let ben: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  const { driver } = sandbox
  await driver.addPerson({ person: 'maker', name: 'Mona' })
  mona = createPhone(driver, 'maker')
  ben = createPhone(driver, 'buyer')
})
after(() => sandbox.close())

test('a new seller publishes a first product from a captioned photo in about ten taps', async () => {
  const { driver } = sandbox
  await driver.openChat('maker', await mona.botChat())
  await mona.counts()
  await driver.start('maker', await mona.botChat())
  await mona.sendsPhoto({ bytes: await somePhoto(), caption: 'Oolong 50 g, 9 usdc, 3' })
  const draft = await mona.seesPicture('in stock: 3')
  assert.match(draft.text, /9 USDC/)
  assert.match(draft.text, /Tea & Infusions/)
  assert.match(draft.text, /OOLONG-50-G/)
  assert.match(draft.text, /Still missing, or not right: production/)

  await mona.presses('✎ Production❗')
  await mona.sees('Who made it')
  await mona.says('Wuyi, Fujian, May 2026')
  const whole = await mona.seesPicture('Wuyi, Fujian')
  assert.doesNotMatch(whole.text, /missing/)
  await mona.presses('Publish')
  await mona.presses('MetaMask')
  await mona.approves('session')
  await mona.approves('sign')
  await mona.approves('send')
  await mona.sees('Published.')
  const { taps, typed, sent } = await mona.tally()
  assert.ok(taps + sent <= 10, `${taps} taps and ${sent} photo`)
  assert.equal(typed, 2)
})
