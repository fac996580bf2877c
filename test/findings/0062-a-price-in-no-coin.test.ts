import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { buys } from '../support/desk-story.ts'

let sandbox: Sandbox
let ben: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
})
after(() => sandbox.close())

// "Type an amount, for example 15": of what, nobody said, and 15 ETH is another matter than 15 USDC.
test('where a price is asked, and where it could not be read, the coin of the goods is named', async () => {
  const goods = 'Linden honey 250 g'
  await buys(sandbox.driver, ben, { goods, isBound: false, isNative: true })
  await ben.presses('Show it')
  await ben.presses('Sell')
  await ben.sees('Type an amount in ETH, for example 0.004 ETH.')
  await ben.says('a lot')
  await ben.sees('I cannot read this as a price in ETH. Type a number, for example 0.004 ETH.')

  await ben.presses('Send')
  await ben.presses('For a price')
  await ben.sees('What shall the recipient pay you? Type an amount in ETH, for example 0.004 ETH.')
  await ben.says('0.005 ETH')
  await ben.presses('Reserve it')
})
