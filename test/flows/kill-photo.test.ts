import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { somePhoto } from '../support/photos.ts'

let sandbox: Sandbox
let mona: Phone
before(async () => {
  sandbox = await openSandbox({ ...process.env, SCRIP_FAILPOINTS: '1' })
  await sandbox.driver.addPerson({ person: 'maker', name: 'Mona' })
  mona = createPhone(sandbox.driver, 'maker')
  await sandbox.driver.openChat('maker', await mona.botChat())
  await sandbox.driver.start('maker', await mona.botChat())
})
after(() => sandbox.close())

for (const [number, place] of [
  'effect:read-photo:before-call',
  'effect:read-photo:after-call',
  'effect:read-photo:after-commit',
].entries()) {
  test(`the bot dies at ${place}: the photo becomes one draft all the same`, async () => {
    const { driver } = sandbox
    const name = `Oolong batch ${number + 1}`
    await driver.failpoint(place)
    await mona.sendsPhoto({ bytes: await somePhoto(), caption: `${name}; 9 usdc; 3` })
    await mona.until('the death of the bot', async () =>
      (await driver.world()).botRunning ? undefined : true,
    )
    await driver.failpoint(null)
    await driver.startBot()
    await mona.seesPicture(new RegExp(`${name}\n9 USDC`))
    const messages = await driver.messages('maker', await mona.botChat())
    const cards = messages.filter((each) => !each.mine && each.text.startsWith(name))
    assert.equal(cards.length, 1)
  })
}
