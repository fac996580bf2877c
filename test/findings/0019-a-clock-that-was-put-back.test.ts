import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone } from '../../src/sandbox/driver/phone.ts'

const AHEAD_SECONDS = 400
let sandbox: Sandbox
before(async () => {
  sandbox = await openSandbox({ ...process.env, SCRIP_FAILPOINTS: '1' })
  await sandbox.driver.failpoint()
})
after(() => sandbox.close())

// What waited when the process ended was due by the clock of that run. After the clock was put back nothing of it was done
// until the old time had come again: whoever waited for an answer waited for minutes.
test('what waits when the bot dies is done at once by the next one, whatever its clock says', async () => {
  const { driver } = sandbox
  await driver.addPerson({ person: 'guest', name: 'Guest', coin: '100000000' })
  const phone = createPhone(driver, 'guest')
  await phone.starts('https://t.me/scrip_bot')
  await phone.presses('Bind a wallet')
  await phone.presses('MetaMask')
  await phone.asked('session')

  await driver.killBot()
  await driver.failpoint('effect:show-card:before-call')
  await driver.startBot({ SCRIP_CLOCK_AHEAD: String(AHEAD_SECONDS) })
  await phone.until('the bot to die', async () => {
    const { botRunning } = await driver.world()
    return botRunning ? undefined : true
  })
  await driver.failpoint()
  await driver.startBot()

  await phone.sees('has run out')
})
