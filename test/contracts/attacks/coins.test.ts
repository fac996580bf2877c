import assert from 'node:assert/strict'
import { packRightId } from '../../../src/domain/right-id.ts'
import { behave, publishAs, puppetThat } from '../helpers/accounts-with-code.ts'
import { oddCoin, soldForOddCoin } from '../helpers/odd-coin.ts'
import { escrowTerms, handOver, list, soldInEscrow } from '../helpers/scenes.ts'
import { stateOf, wordOf } from '../helpers/words-of.ts'
import { refuses, worldTests } from '../helpers/world-tests.ts'
import { eventNames, type World, ZERO } from '../world.ts'

const it = worldTests()
const PRICE = 12_000n

async function oddShop(world: World, terms: object = {}) {
  const odd = await oddCoin(world)
  await odd.fund(world.buyer, 1_000_000n)
  return { odd, ...(await world.publish({ terms: { currency: odd.at, ...terms } })) }
}

it('attack 30: a coin that keeps a fee cannot be held in escrow', async (world) => {
  const { odd, series, terms } = await oddShop(world, await escrowTerms(world))
  await odd.takeFee(1)
  await refuses(world, () => world.buy(series, terms), 'CoinRefused', odd.at)
})

it('attack 30: a coin that brings more than it should cannot be held in escrow either', async (world) => {
  const { odd, series, terms } = await oddShop(world, await escrowTerms(world))
  const more = odd.encode('mint', [world.rights.at, 1n])
  await world.callOn(world.deployer, odd, 'callBack', [odd.at, more])
  await refuses(world, () => world.buy(series, terms), 'CoinRefused', odd.at)
})

it('attack 30: paid at once, a fee is between the coin and its issuer', async (world) => {
  const { odd, series, terms } = await oddShop(world)
  await odd.takeFee(100)
  await world.buy(series, terms)
  assert.equal(await odd.balanceOf(world.issuer), PRICE - 120n)
  assert.equal(await odd.balanceOf(world.rights.at), 0n)
})

for (const manner of ['false', 'two', 'short', 'revert'] as const) {
  it(`attack 31: a coin that answers ${manner} has not paid`, async (world) => {
    const { odd, series, terms } = await oddShop(world)
    await odd.behave(manner)
    await refuses(world, () => world.buy(series, terms), 'CoinRefused', odd.at)
  })
}

it('attack 31: a coin that answers nothing has paid; an address without code has not', async (world) => {
  const { odd, series, terms } = await oddShop(world)
  await odd.behave('nothing')
  await world.buy(series, terms)
  assert.equal(await odd.balanceOf(world.issuer), PRICE)
  await world.ask('hardhat_setCode', [odd.at, '0x'])
  await refuses(world, () => world.buy(series, terms), 'CoinRefused', odd.at)
})

it('attack 31: a coin that pretends to have paid into escrow is measured', async (world) => {
  const { odd, series, terms } = await oddShop(world, await escrowTerms(world))
  // Every call to it works and answers nothing.
  await world.ask('hardhat_setCode', [odd.at, '0x00'])
  await refuses(world, () => world.buy(series, terms), 'CoinRefused', odd.at)
})

it('attack 32: a coin that loses its escrow is short in itself and in nothing else', async (world) => {
  const { right, odd } = await soldForOddCoin(world, await escrowTerms(world))
  const native = await soldInEscrow(world)
  await world.request(right)
  await world.request(native.right)
  await odd.rebase(world.rights.at, 0n)
  const before = await world.balance(world.issuer)

  const receipt = await handOver(world, right)

  assert.deepEqual(eventNames(receipt), ['Transfer', 'Credited'])
  assert.equal(await world.balance(world.issuer), before)
  await handOver(world, native.right)
  assert.equal(await world.balance(world.issuer), before + PRICE)
  const withdrawing = () => world.call(world.issuer, 'withdraw', [odd.at, world.issuer])
  await refuses(world, withdrawing, 'PayeeRefused', world.issuer)
  await odd.rebase(world.rights.at, PRICE)
  await withdrawing()
  assert.equal(await odd.balanceOf(world.issuer), PRICE)
})

it('attack 33: a coin that calls back moves nothing that it does not hold', async (world) => {
  const { odd, series, terms } = await oddShop(world)
  const right = packRightId(series, 1n)
  await odd.callBack('transferFrom', [world.buyer, odd.at, right])
  await world.buy(series, terms)
  assert.equal(await world.read('ownerOf', right), world.buyer)
})

it('attack 33: a coin that calls back inside a resale cannot take the right a second time', async (world) => {
  const { right, odd } = await soldForOddCoin(world)
  await list(world, right)
  await odd.fund(world.other, 5_000n)
  await odd.callBack('take', [right, 1, 5_000, odd.at])
  await world.call(world.other, 'take', [right, 1, 5_000, world.other])
  assert.equal(await world.read('ownerOf', right), world.other)
})

it('attack 34: an endless answer of a payee is not copied', async (world) => {
  const puppet = await puppetThat(world, 'refuse')
  const { series, terms } = await publishAs(world, puppet)
  await world.buy(series, terms)
  const plain = await world.buy(series, terms)
  await behave(world, puppet, 'bomb')
  const bombed = await world.buy(series, terms)
  assert.ok(bombed.gasUsed - plain.gasUsed < 110_000)
})

it('attack 34: an endless answer of a coin is not copied', async (world) => {
  const { odd, series, terms } = await oddShop(world)
  await world.buy(series, terms)
  const plain = await world.buy(series, terms)
  await odd.behave('bomb')
  const bombed = await world.buy(series, terms)
  assert.ok(bombed.gasUsed - plain.gasUsed < 120_000)
})

it('attack 34: an endless answer of a receiver is not copied', async (world) => {
  const { right } = await world.sold()
  const puppet = await puppetThat(world, 'accept', 'bomb')
  const safe = 'safeTransferFrom(address,address,uint256)'
  const moving = () => world.call(world.buyer, safe, [world.buyer, puppet.at, right])
  await refuses(world, moving, 'ERC721InvalidReceiver', puppet.at)
})

const shutOut = [
  ['hand-over', 'issuer', 'redeemed'],
  ['refund', 'buyer', 'refunded'],
] as const
for (const [what, payee, outcome] of shutOut) {
  it(`attack 36: a coin that shuts the payee of a ${what} out does not stop it`, async (world) => {
    const { right, odd } = await soldForOddCoin(world, await escrowTerms(world))
    await world.request(right)
    await odd.shut(world[payee])

    if (what === 'refund') await world.call(world.issuer, 'refund', [right])
    else await handOver(world, right)

    assert.equal((await stateOf(world, right))?.state, outcome)
    assert.equal(await world.read('creditIn', odd.at, world[payee]), PRICE)
    assert.equal(await odd.balanceOf(world.rights.at), PRICE)
  })
}

it('attack 36: a coin that shuts an issuer out stops no resale of his rights', async (world) => {
  const { right, odd } = await soldForOddCoin(world, { royaltyBps: 1_000 })
  await list(world, right)
  await odd.fund(world.other, 5_000n)
  await odd.shut(world.issuer)
  await world.call(world.other, 'take', [right, 1, 5_000, world.other])
  assert.equal(await world.read('creditIn', odd.at, world.issuer), 500n)
  assert.equal((await wordOf(world, right)).owner, world.other)
  assert.equal(await world.read('creditIn', ZERO, world.issuer), 0n)
})
