import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone } from '../../src/sandbox/driver/phone.ts'

let sandbox: Sandbox
before(async () => {
  sandbox = await openSandbox(process.env)
})
after(() => sandbox.close())

test('what somebody bought, and what a seller sold, goes home as a file', async () => {
  const { driver, group } = sandbox
  const ben = createPhone(driver, 'buyer')
  const lin = createPhone(driver, 'seller')
  await ben.starts('https://t.me/scrip_bot')
  await ben.pressesIn(group, 'Buy')
  await driver.start('buyer', await ben.botChat())
  await ben.presses(/^Pay /)
  await ben.presses('MetaMask')
  for (const kind of ['session', 'sign', 'send', 'send'] as const) await ben.approves(kind)
  await ben.sees('Receipt')
  await ben.says('/rights')
  await ben.presses('Export')

  const { file } = await ben.seesPicture('1 line')
  assert.match(file?.name ?? '', /^scrip-\d{4}-\d\d-\d\d\.csv$/)
  const bought = Buffer.from(await driver.file(file?.id ?? '')).toString()
  assert.match(bought, /^\uFEFFTime \(UTC\),Kind,Name,/)
  assert.match(bought, /Z,held,Longjing 100 g,[^,]*,1,1,held,12,USDC,0x/)

  await lin.says('/earned')
  await lin.presses('Export')
  const sales = await lin.seesPicture('Your history')
  const sold = Buffer.from(await driver.file(sales.file?.id ?? '')).toString()
  assert.match(sold, /sold as its seller,Longjing 100 g,/)
})
