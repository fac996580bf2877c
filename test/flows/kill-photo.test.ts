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
      (await driver.pulse()).botRunning ? undefined : true,
    )
    await driver.failpoint()
    await driver.startBot()
    await mona.seesPicture(new RegExp(`${name}\n9 USDC`))
    const messages = await driver.messages('maker', await mona.botChat())
    const cards = messages.filter((each) => !each.mine && each.text.startsWith(name))
    assert.equal(cards.length, 1)
  })
}

for (const place of [
  'effect:keep-photo:before-call',
  'effect:keep-photo:after-call',
  'effect:keep-photo:after-commit',
]) {
  test(`the bot dies at ${place}: the photo is kept once all the same`, async () => {
    const { driver } = sandbox
    const seller = createPhone(driver, 'seller')
    const count = async () => {
      await seller.says('/space')
      await seller.presses(/Longjing 100 g/)
      await seller.presses('📷 Photos')
      const list = await seller.sees('to recognise it by')
      return list.text.split('a photo of yours').length - 1
    }
    const before = await count()
    await seller.presses('Add photos')
    const tint = `#${place.length}5577`
    await seller.sendsPhoto({ bytes: await somePhoto({ tint }) })
    await seller.sees('Keep this photo')
    await driver.failpoint(place)
    // A tap waits long for an answer, which who is dead does not give.
    void seller.presses('Keep').catch(() => {})
    await seller.until('the death of the bot', async () =>
      (await driver.pulse()).botRunning ? undefined : true,
    )
    await driver.failpoint()
    await driver.startBot()
    await seller.until('the photo in the list', async () => {
      const messages = await driver.messages('seller', await seller.botChat())
      const list = messages.findLast(({ text }) => /to recognise it by/.test(text))
      return list?.text.split('a photo of yours').length === before + 2 ? true : undefined
    })
    assert.equal(await count(), before + 1)
  })
}
