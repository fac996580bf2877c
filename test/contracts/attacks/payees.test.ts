import assert from 'node:assert/strict'
import { rightsAbi } from '../../../src/domain/generated/rights-abi.ts'
import type { Account } from '../../../src/domain/ids.ts'
import { packRightId } from '../../../src/domain/right-id.ts'
import {
  act,
  behave,
  callBack,
  giveCode,
  publishAs,
  puppetThat,
} from '../helpers/accounts-with-code.ts'
import { peopleOf } from '../helpers/people.ts'
import { buy, buyThrough, purchaseOf } from '../helpers/purchase.ts'
import {
  coinSeries,
  dispute,
  escrowTerms,
  handOver,
  leaveUnserved,
  soldInEscrow,
} from '../helpers/scenes.ts'
import { stateOf } from '../helpers/words-of.ts'
import { refuses, worldTests } from '../helpers/world-tests.ts'
import { SECRET, type World, ZERO } from '../world.ts'

const it = worldTests()
const PRICE = 12_000n

it('attack 35: an issuer who cannot receive sells on, and moves his money to another address', async (world) => {
  const puppet = await puppetThat(world, 'refuse')
  const { series, terms } = await publishAs(world, puppet)
  await world.buy(series, terms, { quantity: 3 })
  const before = await world.balance(world.other)
  await act(world, puppet, 'withdrawTo', [ZERO, world.other])
  assert.equal((await world.balance(world.other)) - before, 3n * PRICE)
})

for (const manner of ['refuse', 'bomb', 'burnGas'] as const) {
  it(`attack 35: a payee that answers with ${manner} blocks nobody`, async (world) => {
    const puppet = await puppetThat(world, manner)
    const { series, terms } = await publishAs(world, puppet)
    const receipt = await world.buy(series, terms)
    assert.equal(await world.read('creditIn', ZERO, puppet.at), PRICE)
    // What the payee may burn at most, on top of a purchase with a credit.
    assert.ok(receipt.gasUsed < 250_000, `${receipt.gasUsed} gas`)
  })
}

it('attack 37: with whatever gas it is sent, a hand-over fails whole or pays or credits the issuer', async (world) => {
  const { right } = await soldInEscrow(world)
  await world.request(right)
  const issuer = await giveCode(world, world.issuer, await puppetThat(world, 'accept'))
  // Makes the payment dear, so that it can fail where the rest does not.
  await callBack(world, issuer, 'setStaff', [world.other, true])
  const seen = new Set<string>()
  for (let gas = 45_000n; gas < 200_000n; gas += 5_000n) {
    const snapshot = await world.ask('evm_snapshot')
    const before = await world.balance(world.issuer)
    const data = world.rights.encode('handOver', [SECRET, right])
    const failed = await world
      .send(world.stranger, { to: world.rights.at, data, gas })
      .then(() => false)
      .catch(() => true)
    const paid = (await world.balance(world.issuer)) - before
    const credit = await world.read('creditIn', ZERO, world.issuer)
    const state = (await stateOf(world, right))?.state
    if (failed) {
      assert.deepEqual([paid, credit, state], [0n, 0n, 'requested'])
      seen.add('failed')
    } else {
      assert.equal(paid + credit, PRICE)
      assert.equal(state, 'redeemed')
      seen.add(paid === PRICE ? 'paid' : 'credited')
    }
    await world.ask('evm_revert', [snapshot])
  }
  // What is left where a payment ran out of gas is too little for a credit: nobody can force one on a payee who can be paid.
  assert.deepEqual([...seen].sort(), ['failed', 'paid'])
})

it('attack 38: the value of a call is compared once, with the whole sum', async (world) => {
  const { series } = await world.publish()
  const buying = (value: bigint) => () =>
    buy(world, purchaseOf(world, series, { quantity: 3 }), value)
  for (const value of [PRICE, 2n * PRICE, 3n * PRICE - 1n, 4n * PRICE]) {
    await refuses(world, buying(value), 'WrongValue', 3n * PRICE, value)
  }
})

it('attack 38: no batch takes money, and there is no call of calls', () => {
  const takesMoney = rightsAbi
    .filter((each) => each.type === 'function')
    .filter((each) => each.stateMutability === 'payable')
    .map(({ name }) => name)
  const expected = ['buy', 'buyRight', 'claim', 'refund', 'requestAccepted', 'take', 'takeOffer']
  assert.deepEqual(takesMoney.sort(), expected)
  return Promise.resolve()
})

it("attack 38: the chain's own coin is refused for a series in another", async (world) => {
  const { series } = await coinSeries(world)
  const short = () => world.call(world.buyer, 'buyRight', [series], 1n)
  await refuses(world, short, 'WrongValue', 0, 1)
  const full = () => buy(world, purchaseOf(world, series), PRICE)
  await refuses(world, full, 'WrongValue', 0, PRICE)
})

it('attack 39: each right lets out exactly its own escrow, once', async (world) => {
  const { series, terms, right } = await soldInEscrow(world)
  await world.buy(series, terms, { quantity: 3 })
  const at = (serial: bigint) => packRightId(series, serial)
  await world.request(right)
  await handOver(world, right)
  await world.call(world.issuer, 'refund', [at(2n)])
  await leaveUnserved(world, at(3n))
  await world.call(world.buyer, 'refund', [at(3n)])
  assert.equal(await world.balance(world.rights.at), PRICE)
  for (const serial of [1n, 2n, 3n]) {
    const again = () => world.call(world.issuer, 'refund', [at(serial)])
    await refuses(world, again, 'ERC721NonexistentToken', BigInt(at(serial)))
  }
  await dispute(world, at(4n))
  await world.call(peopleOf(world).arbiter, 'rule', [at(4n), 1n])
  assert.equal(await world.balance(world.rights.at), 0n)
})

it('attack 40: a refund goes to the present holder and not to the first buyer', async (world) => {
  const { right } = await soldInEscrow(world)
  await world.call(world.buyer, 'transferFrom', [world.buyer, world.other, right])
  await leaveUnserved(world, right, world.other)
  const first = () => world.call(world.buyer, 'refund', [right])
  await refuses(world, first, 'NotRefundable', BigInt(right), world.buyer)
  const before = await world.balance(world.other)
  await world.call(world.issuer, 'refund', [right])
  assert.equal((await world.balance(world.other)) - before, PRICE)
})

const contributors: [string, (world: World) => Account, bigint][] = [
  ['the buyer himself', (world) => world.buyer, 6_000n],
  ['the issuer', (world) => world.issuer, 12_000n],
  ['somebody else', (world) => peopleOf(world).contributor, 6_000n],
]
for (const [who, of, toWhom] of contributors) {
  it(`attack 41: the parts are the price when the contributor is ${who}`, async (world) => {
    const { series, terms } = await world.publish({ terms: { shareBps: 5_000 } })
    const contributor = of(world)
    const before = [await world.balance(world.issuer), await world.balance(contributor)] as const
    await buyThrough(world, series, terms, contributor)
    const gained = (await world.balance(world.issuer)) - before[0]
    assert.equal(gained, contributor === world.issuer ? PRICE : 6_000n)
    if (contributor !== world.buyer) {
      assert.equal((await world.balance(contributor)) - before[1], toWhom)
    }
    assert.equal(await world.balance(world.rights.at), 0n)
  })
}

it('attack 41: a contributor that reverts is credited, and the rounding is the issuers', async (world) => {
  const puppet = await puppetThat(world, 'refuse')
  const { series, terms } = await world.publish({ terms: { shareBps: 3_333, price: 7n } })
  const before = await world.balance(world.issuer)
  await buyThrough(world, series, terms, puppet.at, 3)
  assert.equal(await world.read('creditIn', ZERO, puppet.at), 6n)
  assert.equal((await world.balance(world.issuer)) - before, 15n)
  await behave(world, puppet, 'accept')
  await world.call(world.stranger, 'withdraw', [ZERO, puppet.at])
})

it('attack 42: forced coins belong to nobody and change nothing', async (world) => {
  const { right } = await world.sold(await escrowTerms(world))
  await world.ask('hardhat_setBalance', [world.rights.at, '0xde0b6b3a7640000'])
  await world.request(right)
  const before = await world.balance(world.issuer)
  await handOver(world, right)
  assert.equal((await world.balance(world.issuer)) - before, PRICE)
  assert.equal(await world.balance(world.rights.at), 10n ** 18n - PRICE)
  for (const who of [world.issuer, world.buyer, world.rights.at]) {
    assert.equal(await world.read('creditIn', ZERO, who), 0n)
  }
})
