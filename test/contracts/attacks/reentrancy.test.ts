import assert from 'node:assert/strict'
import type { Account } from '../../../src/domain/ids.ts'
import { packRightId } from '../../../src/domain/right-id.ts'
import { answerTo, callBack, puppetThat } from '../helpers/accounts-with-code.ts'
import { oddCoin } from '../helpers/odd-coin.ts'
import { purchaseOf } from '../helpers/purchase.ts'
import { inDays, list, sendRight, soldInEscrow } from '../helpers/scenes.ts'
import { signClaim, signOffer } from '../helpers/signed.ts'
import { seriesOf, wordOf } from '../helpers/words-of.ts'
import { worldTests } from '../helpers/world-tests.ts'
import { SECRET, type World, ZERO } from '../world.ts'

const it = worldTests()
const RICH = '0xde0b6b3a7640000'
const SALT = `0x${'77'.repeat(32)}`
const MOVES_MONEY = [
  'buyRight',
  'buy',
  'buyWithPermit',
  'buyWithAuthorization',
  'take',
  'takeOffer',
  'claim',
  'handOver',
  'handOverMany',
  'withdraw',
  'withdrawTo',
] as const

/** Rights that something can be got out of, and the calls that would. */
async function temptation(world: World, name: (typeof MOVES_MONEY)[number]) {
  const { series, terms, right } = await soldInEscrow(world)
  await world.buy(series, terms, { quantity: 4 })
  const at = (serial: bigint) => packRightId(series, serial)
  await list(world, at(2n))
  await sendRight(world, at(3n), { price: 5n })
  await world.request(at(5n))
  const { offer, signature } = await signOffer(world, right)
  const { signature: claimed, deadline } = await signClaim(world, at(3n), { price: 5n })
  const { other, issuer } = world
  const calls: Record<typeof name, [unknown[], bigint]> = {
    buyRight: [[series], 12_000n],
    buy: [[purchaseOf(world, series)], 12_000n],
    buyWithPermit: [[purchaseOf(world, series), [0, 0, 27, SALT, SALT]], 0n],
    buyWithAuthorization: [[purchaseOf(world, series), [other, 0, 0, SALT, 27, SALT, SALT]], 0n],
    take: [[at(2n), 1, 5_000, other], 5_000n],
    takeOffer: [[Object.values(offer), signature.compact, other], 5_000n],
    claim: [[at(3n), other, deadline, claimed.r, claimed.vs], 5n],
    handOver: [[SECRET, at(5n)], 0n],
    handOverMany: [[SECRET, [at(5n)]], 0n],
    withdraw: [[ZERO, issuer], 0n],
    withdrawTo: [[ZERO, issuer], 0n],
  }
  return calls[name]
}

for (const name of MOVES_MONEY) {
  it(`attack 20: a receiver that is asked cannot enter ${name}`, async (world) => {
    const [args, value] = await temptation(world, name)
    const puppet = await puppetThat(world, 'accept')
    await world.ask('hardhat_setBalance', [puppet.at, RICH])
    const { series, terms } = await world.publish({ salt: SALT })
    await callBack(world, puppet, name, args, value)

    await world.buy(series, terms, { recipient: puppet.at })

    assert.equal(await answerTo(world, puppet), 'Reentered')
  })

  it(`attack 33: a coin that is asked to move cannot enter ${name}`, async (world) => {
    const [args] = await temptation(world, name)
    const odd = await oddCoin(world)
    await odd.fund(world.buyer, 12_000n)
    const { series, terms } = await world.publish({ salt: SALT, terms: { currency: odd.at } })
    await odd.callBack(name, args)

    await world.buy(series, terms)

    assert.equal(await answerTo(world, odd), 'Reentered')
    assert.equal(await odd.balanceOf(world.issuer), 12_000n)
  })
}

it('attack 20: a receiver that moves its new rights on does not confuse the rest of the purchase', async (world) => {
  const { series, terms } = await world.publish()
  const puppet = await puppetThat(world, 'accept')
  const last = packRightId(series, 4n)
  await callBack(world, puppet, 'transferFrom', [puppet.at, world.other, last])

  await world.buy(series, terms, { quantity: 4, recipient: puppet.at })

  assert.equal(await world.read('ownerOf', last), world.other)
  assert.equal(await world.read('balanceOf', puppet.at), 3n)
  assert.equal((await world.readOf(puppet, 'received'))[0], 4n)
})

it('attack 20: a receiver that lists its new right can be bought from afterwards', async (world) => {
  const { right } = await world.sold()
  const puppet = await puppetThat(world, 'accept')
  const until = await inDays(world, 1)
  await callBack(world, puppet, 'list', [right, 5, ZERO, until])
  const safe = 'safeTransferFrom(address,address,uint256)'
  await world.call(world.buyer, safe, [world.buyer, puppet.at, right])
  const { nonce, state } = await wordOf(world, right)
  assert.equal(state, 'listed')
  await world.call(world.other, 'take', [right, nonce, 5, world.other], 5n)
})

const views: [string, (world: World, puppet: Account) => Promise<[string, unknown[], unknown]>][] =
  [
    ['balance', async (_, puppet) => ['balanceOf', [puppet], 2n]],
    [
      'holder',
      async (world, puppet) => {
        const { series } = await world.publish({ salt: SALT })
        return ['ownerOf', [packRightId(series, 2n)], puppet]
      },
    ],
  ]
for (const [what, viewOf] of views) {
  it(`attack 21: a receiver that is asked reads the final ${what}`, async (world) => {
    const puppet = await puppetThat(world, 'accept')
    const snapshot = await world.ask('evm_snapshot')
    const [name, args, expected] = await viewOf(world, puppet.at)
    await world.ask('evm_revert', [snapshot])
    const { series, terms } = await world.publish({ salt: SALT })
    await callBack(world, puppet, name, args)

    await world.buy(series, terms, { quantity: 2, recipient: puppet.at })

    const [answer] = await world.readOf(puppet, 'answer')
    assert.equal(world.rights.abi.decodeFunctionResult(name, answer)[0], expected)
  })
}

it('attack 21: whoever is paid reads the final words', async (world) => {
  const { right } = await world.sold()
  const puppet = await puppetThat(world, 'accept')
  await world.call(world.buyer, 'transferFrom', [world.buyer, puppet.at, right])
  const listing = world.rights.encode('list', [right, 5, ZERO, await inDays(world, 1)])
  await world.callOn(world.deployer, puppet, 'act', [world.rights.at, 0n, listing])
  const { nonce } = await wordOf(world, right)
  await callBack(world, puppet, 'ownerOf', [right])

  await world.call(world.other, 'take', [right, nonce, 5, world.other], 5n)

  const [answer] = await world.readOf(puppet, 'answer')
  assert.equal(world.rights.abi.decodeFunctionResult('ownerOf', answer)[0], world.other)
})

it('attack 22: the lock is open again after every call: two purchases share a transaction', async (world) => {
  const { series } = await world.publish()
  const puppet = await puppetThat(world, 'accept')
  const calls: [string, unknown[]][] = [
    ['buyRight', [series]],
    ['buy', [purchaseOf(world, series)]],
  ]
  for (const [name, args] of calls) {
    const inner = world.rights.encode(name, args)
    const twice = [world.rights.at, 12_000n, inner]
    await world.callOn(world.deployer, puppet, 'actTwice', twice, 24_000n)
  }
  assert.equal((await seriesOf(world, series)).sold, 4)
})

it('attack 22: the lock is open again after a call that failed inside the transaction', async (world) => {
  const { series, terms } = await world.publish()
  const puppet = await puppetThat(world, 'accept')
  // From inside the receiver check a purchase fails; the outer one goes on and the next one works.
  await world.ask('hardhat_setBalance', [puppet.at, RICH])
  await callBack(world, puppet, 'buyRight', [series], 12_000n)
  await world.buy(series, terms, { quantity: 2, recipient: puppet.at })
  await world.buy(series, terms)
  assert.equal((await seriesOf(world, series)).sold, 3)
})
