import assert from 'node:assert/strict'
import { concat, dataSlice, TypedDataEncoder } from 'ethers'
import { packPrice } from '../../../src/domain/price.ts'
import { rightsDomain } from '../../../src/domain/typed-data.ts'
import { forkedWorld } from '../helpers/fork.ts'
import {
  coinsOf,
  fund,
  handOver,
  inDays,
  keyAccount,
  sendRight,
  soldForCoin,
  soldInEscrow,
  ZERO_HASH,
} from '../helpers/scenes.ts'
import { signClaim } from '../helpers/signed.ts'
import { stateOf } from '../helpers/words-of.ts'
import { refuses, refusesSomehow, worldTests } from '../helpers/world-tests.ts'
import { CHAIN_ID, SECRET, type World } from '../world.ts'

const it = worldTests()
const LINK = keyAccount('link')

async function sent(world: World, price = 0n) {
  const { right } = await world.sold()
  await sendRight(world, right, { price })
  return right
}

it('attack 1: a claim seen in the mempool cannot be turned to another recipient', async (world) => {
  const right = await sent(world)
  const { claim } = await signClaim(world, right)

  await refuses(world, () => claim(world.stranger, 0n, world.stranger), 'SignatureInvalid', LINK)
  await claim(world.stranger)

  assert.equal(await world.read('ownerOf', right), world.other)
})

it('attack 1: a bound send is claimed by nobody who copies the call', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 5)
  await world.call(world.buyer, 'send', [right, world.other, 0, until])
  const copied = [right, world.stranger, until, ZERO_HASH, ZERO_HASH]
  const copying = () => world.call(world.stranger, 'claim', copied)
  await refuses(world, copying, 'SignatureInvalid', world.other)
})

it('attack 2: a claim for another chain or contract is none here', async (world) => {
  const right = await sent(world)
  for (const elsewhere of [{ chainId: 1 }, { rights: world.stranger }]) {
    const { claim } = await signClaim(world, right, { elsewhere })
    await refuses(world, () => claim(world.stranger), 'SignatureInvalid', LINK)
  }
})

it('attack 2: after a fork of the chain a claim counts on one side only', async (world) => {
  const right = await sent(world)
  const here = await signClaim(world, right)
  const there = await signClaim(world, right, { elsewhere: { chainId: 5 } })
  const fork = await forkedWorld(world, right, 5)
  const call = (signed: typeof here) => {
    const { r, vs } = signed.signature
    return fork.claim([right, world.other, signed.deadline, r, vs])
  }

  await assert.rejects(call(here))
  await call(there)

  assert.equal(await fork.ownerOf(right), world.other)
  const separator = await fork.domainSeparator()
  assert.equal(separator, TypedDataEncoder.hashDomain(rightsDomain(5, world.rights.at)))
  assert.notEqual(separator, await world.read('domainSeparator'))
  await fork.close()
})

it('attack 2: the domain is that of this chain and this contract', async (world) => {
  const hash = TypedDataEncoder.hashDomain(rightsDomain(CHAIN_ID, world.rights.at))
  assert.equal(await world.read('domainSeparator'), hash)
})

it('attack 3: a send that is opened again kills the old link, with the same key too', async (world) => {
  const right = await sent(world)
  const old = await signClaim(world, right)
  await world.call(world.buyer, 'takeBack', [right])
  await refuses(world, () => old.claim(world.stranger), 'WrongState', BigInt(right), 1)
  for (const key of ['link', 'another link']) {
    await sendRight(world, right, { key })
    await refuses(world, () => old.claim(world.stranger), 'SignatureInvalid', keyAccount(key))
    await world.call(world.buyer, 'takeBack', [right])
  }
})

it('attack 3: a send that ran out and is opened again kills the old link', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 1)
  await sendRight(world, right, { until })
  const old = await signClaim(world, right, { deadline: until + 100_000 })
  await world.goTo(until)
  await sendRight(world, right)
  await refuses(world, () => old.claim(world.stranger), 'SignatureInvalid', LINK)
})

it('attack 12: one secret gives every right, holder and contract another commitment', async (world) => {
  const { right } = await world.sold()
  const { buyer, other } = world
  const commitments = new Set([
    world.commitTo(right, buyer),
    world.commitTo(right, other),
    world.commitTo(`0x${'0'.repeat(63)}1` as typeof right, buyer),
    world.commitTo(right, buyer, `0x${'ac'.repeat(16)}`),
  ])
  assert.equal(commitments.size, 4)
})

it('attack 12: a secret of more than 128 bits is not cut to one', async (world) => {
  const { right } = await world.sold()
  await world.request(right)
  const data = world.rights.encode('handOver', [SECRET, right])
  const long = concat([dataSlice(data, 0, 19), '0x01', dataSlice(data, 20)])
  const showing = () => world.send(world.stranger, { to: world.rights.at, data: long })
  await refusesSomehow(world, showing)
})

it('attack 13: a hand-over secret seen in the mempool pays the issuer, whoever sends it', async (world) => {
  for (const from of [world.stranger, world.buyer, world.issuer, world.other]) {
    const snapshot = await world.ask('evm_snapshot')
    const { right } = await soldInEscrow(world)
    await world.request(right)
    await world.ask('hardhat_setBalance', [world.issuer, '0xde0b6b3a7640000'])
    await handOver(world, right, { from })
    assert.equal((await stateOf(world, right))?.state, 'redeemed')
    assert.equal(await world.balance(world.rights.at), 0n)
    if (from !== world.issuer) {
      assert.equal(await world.balance(world.issuer), 10n ** 18n + 12_000n)
    }
    await world.ask('evm_revert', [snapshot])
  }
})

it('attack 15: a claim pays the price of the word and the coin of the series', async (world) => {
  const { right } = await soldForCoin(world)
  await sendRight(world, right, { price: 700n })
  const cheap = await signClaim(world, right, { currency: world.coin.at, price: 1n })
  await refuses(world, () => cheap.claim(world.other), 'SignatureInvalid', LINK)
  const native = await signClaim(world, right, { price: 700n })
  await refuses(world, () => native.claim(world.other, 700n), 'SignatureInvalid', LINK)
  const honest = await signClaim(world, right, { currency: world.coin.at, price: 700n })
  await refuses(world, () => honest.claim(world.other, 700n), 'WrongValue', 0, 700)
  await refuses(world, () => honest.claim(world.other), 'CoinRefused', world.coin.at)
  assert.equal(await coinsOf(world, world.other), 0n)
})

it('attack 15: a send opened anew for more takes no more than the claim key named', async (world) => {
  const { right } = await soldForCoin(world)
  const until = await inDays(world, 5)
  const unsigned = (most: bigint) =>
    world.call(world.other, 'claim', [
      right,
      world.other,
      until,
      `0x${most.toString(16).padStart(64, '0')}`,
      ZERO_HASH,
    ])
  await fund(world, world.other, 100_000n)
  await world.call(world.buyer, 'send', [right, world.other, packPrice(2_000n), until])
  // The sender saw the claim coming, and asks for more.
  await world.call(world.buyer, 'takeBack', [right])
  await world.call(world.buyer, 'send', [right, world.other, packPrice(90_000n), until])

  await refuses(world, () => unsigned(2_000n), 'PriceAboveMaximum', 90_000n)
  await unsigned(90_000n)

  assert.equal(await world.read('ownerOf', right), world.other)
})
