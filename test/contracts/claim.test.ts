import assert from 'node:assert/strict'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { behave, puppetThat } from './helpers/accounts-with-code.ts'
import {
  coinsOf,
  datedTerms,
  fund,
  inDays,
  keyAccount,
  leaveUnserved,
  sendRight,
  soldForCoin,
  ZERO_HASH,
} from './helpers/scenes.ts'
import { signClaim } from './helpers/signed.ts'
import { wordOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { eventNames, type World, ZERO } from './world.ts'

const it = worldTests()

async function sent(world: World, price = 0n) {
  const { right } = await world.sold()
  await sendRight(world, right, { price })
  return right
}

it('claim_isSubmittedByAnyone', async (world) => {
  const right = await sent(world)
  const { claim } = await signClaim(world, right)

  const receipt = await claim(world.stranger)

  assert.deepEqual(eventNames(receipt), ['Transfer'])
  assert.equal(await world.read('ownerOf', right), world.other)
  assert.equal(await world.read('auxiliaryOf', right), ZERO_HASH)
  const word = await wordOf(world, right)
  assert.deepEqual([word.state, word.nonce, word.auxLive, word.until], ['held', 2, false, 0])
})

it('claim_ofAPricedSendIsPaidToTheSender', async (world) => {
  const right = await sent(world, 700n)
  const before = await world.balance(world.buyer)
  const { claim } = await signClaim(world, right, { price: 700n })
  await claim(world.other, 700n)
  assert.equal((await world.balance(world.buyer)) - before, 700n)
})

it('claim_paysTheRoyaltyInACoin', async (world) => {
  const { right } = await soldForCoin(world, { royaltyBps: 1_000 })
  await sendRight(world, right, { price: 2_000n })
  await fund(world, world.other, 2_000n)
  const before = [await coinsOf(world, world.buyer), await coinsOf(world, world.issuer)] as const
  const { claim } = await signClaim(world, right, { price: 2_000n, currency: world.coin.at })
  await claim(world.other)
  assert.equal((await coinsOf(world, world.buyer)) - before[0], 1_800n)
  assert.equal((await coinsOf(world, world.issuer)) - before[1], 200n)
})

it('claim_byTheKeyItselfNeedsNoSignature', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 5)
  await world.call(world.buyer, 'send', [right, world.other, 0, until])
  const claim = (from: typeof world.other) =>
    world.call(from, 'claim', [right, world.other, until, ZERO_HASH, ZERO_HASH])
  await refuses(world, () => claim(world.stranger), 'SignatureInvalid', world.other)

  await claim(world.other)

  assert.equal(await world.read('ownerOf', right), world.other)
})

const differences: [string, Record<string, unknown>][] = [
  ['recipient', { recipient: '0x00000000000000000000000000000000000000aa' }],
  ['nonce', { nonce: 0 }],
  ['price', { price: 1n }],
  ['currency', { currency: '0x00000000000000000000000000000000000000aa' }],
  ['right', { id: 7n }],
  ['deadline', { deadline: 1 }],
]
for (const [what, signed] of differences) {
  it(`claim_failsFor another ${what} than was signed`, async (world) => {
    const right = await sent(world)
    const { claim } = await signClaim(world, right, { signed })
    await refuses(world, () => claim(world.stranger), 'SignatureInvalid', keyAccount('link'))
  })
}

it('claim_failsForAnotherLinksKey', async (world) => {
  const right = await sent(world)
  const { claim } = await signClaim(world, right, { word: 'other link' })
  await refuses(world, () => claim(world.stranger), 'SignatureInvalid', keyAccount('link'))
})

it('claim_failsForAnyOtherValue', async (world) => {
  const right = await sent(world, 700n)
  const { claim } = await signClaim(world, right, { price: 700n })
  for (const value of [0n, 699n, 701n]) {
    await refuses(world, () => claim(world.other, value), 'WrongValue', 700, value)
  }
})

it('claim_ofAGiftTakesNoMoney', async (world) => {
  const right = await sent(world)
  const { claim } = await signClaim(world, right)
  await refuses(world, () => claim(world.other, 1n), 'WrongValue', 0, 1)
})

it('claim_worksInTheLastSecondOfItsDeadlineAndNotAfter', async (world) => {
  const right = await sent(world)
  const deadline = await inDays(world, 1)
  const { claim } = await signClaim(world, right, { deadline })
  const snapshot = await world.ask('evm_snapshot')
  await world.nextAt(deadline - 1)
  await claim(world.stranger)
  await world.ask('evm_revert', [snapshot])
  await world.nextAt(deadline)
  await refuses(world, () => claim(world.stranger), 'SignatureExpired', deadline)
})

it('claim_worksInTheLastSecondOfTheSendAndNotAfter', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 5)
  await sendRight(world, right, { until })
  const { claim } = await signClaim(world, right, { deadline: until + DAY_SECONDS })
  const snapshot = await world.ask('evm_snapshot')
  await world.nextAt(until - 1)
  await claim(world.stranger)
  await world.ask('evm_revert', [snapshot])
  await world.nextAt(until)
  await refuses(world, () => claim(world.stranger), 'WrongState', BigInt(right), 1)
})

it('claim_endsAtTheRedeemByDay', async (world) => {
  const dated = await datedTerms(world)
  const { right } = await world.sold(dated)
  await sendRight(world, right, { until: await inDays(world, 100) })
  const { claim } = await signClaim(world, right, { deadline: await inDays(world, 100) })
  await world.goTo(dated.redeemByDay * DAY_SECONDS)
  await refuses(world, () => claim(world.stranger), 'PastRedeemBy', BigInt(right))
})

it('claim_failsForNobody', async (world) => {
  const right = await sent(world)
  const { claim } = await signClaim(world, right, { recipient: ZERO })
  await refuses(world, () => claim(world.stranger), 'ERC721InvalidReceiver', ZERO)
})

it('claim_asksARecipientWithCode', async (world) => {
  const right = await sent(world)
  const puppet = await puppetThat(world, 'accept', 'refuse')
  const { claim } = await signClaim(world, right, { recipient: puppet.at })
  await refuses(world, () => claim(world.stranger), 'ERC721InvalidReceiver', puppet.at)
  await behave(world, puppet, 'accept', 'accept')
  await claim(world.stranger)
})

it('claim_keepsAnUnservedRightUnserved', async (world) => {
  const { right } = await world.sold()
  await leaveUnserved(world, right)
  await sendRight(world, right)
  await (await signClaim(world, right)).claim(world.stranger)
  assert.equal((await wordOf(world, right)).unserved, true)
})

it('claim_failsForARightThatDoesNotExist', async (world) => {
  const args = [7n, world.other, 2n ** 256n - 1n, ZERO_HASH, ZERO_HASH]
  const claiming = () => world.call(world.stranger, 'claim', args)
  await refuses(world, claiming, 'ERC721NonexistentToken', 7)
})
