import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { accountOf, spaceLink } from '../support/space-link.ts'

const TEA = 2073
const HONEY = 4947

let sandbox: Sandbox
let ben: Phone
let mia: Phone
let lin: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  mia = createPhone(sandbox.driver, 'recipient')
  lin = createPhone(sandbox.driver, 'seller')
})
after(() => sandbox.close())

test('a buyer pages through twenty series, and one more tap opens any of them', async () => {
  const { driver } = sandbox
  const teas = Array.from({ length: 16 }, (_, place) => ({
    name: `Tea ${place + 1}`,
    category: TEA,
    price: '2000000',
    shareBps: 1000,
  }))
  const honeys = Array.from({ length: 4 }, (_, place) => ({
    name: `Honey ${place + 1}`,
    category: HONEY,
    price: '3000000',
  }))
  await driver.addPerson({ person: 'shop', name: 'Shop' })
  await driver.publish('shop', [...teas, ...honeys])
  const account = await accountOf(driver, 'shop')
  await ben.starts(spaceLink({ account }))
  const first = await ben.sees('20 offers')
  assert.ok(first.text.includes(account))
  assert.equal(goodsOn(first).length, 6)
  const seen = new Set(goodsOn(first))
  for (const page of [2, 3, 4]) {
    await ben.presses('›')
    const next = await ben.until(`page ${page}`, async () => {
      const card = await ben.sees('20 offers')
      const isThere = card.buttons.flat().some(({ label }) => label === `${page} of 4`)
      return isThere ? card : undefined
    })
    assert.equal(next.messageId, first.messageId)
    for (const each of goodsOn(next)) seen.add(each)
  }
  assert.equal(seen.size, 20)
  await ben.presses('›')
  await ben.presses(/Honey & |Honey · |蜂蜜|^Honey$/)
  await ben.sees('4 offers')
})

function goodsOn({ buttons }: { buttons: { label: string }[][] }): string[] {
  return buttons.flat().flatMap(({ label }) => (/ · .* USDC$/.test(label) ? [label] : []))
}
