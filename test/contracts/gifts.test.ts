import assert from 'node:assert/strict'
import { packRightId } from '../../src/domain/right-id.ts'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { behave, puppetThat } from './helpers/accounts-with-code.ts'
import { buy, purchaseOf } from './helpers/purchase.ts'
import { escrowTerms, inDays, keyAccount } from './helpers/scenes.ts'
import { signClaim } from './helpers/signed.ts'
import { stateOf, wordOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { eventNames, ZERO } from './world.ts'

const it = worldTests()

it('buy_asAGiftMintsStraightIntoSent', async (world) => {
  const { series } = await world.publish()
  const until = await inDays(world, 5)

  const receipt = await buy(
    world,
    purchaseOf(world, series, { quantity: 2, until, keys: ['one', 'two'] }),
    24_000n,
  )

  assert.deepEqual(eventNames(receipt), ['Transfer', 'Transfer', 'Moved', 'Moved'])
  for (const [serial, key] of [
    [1n, 'one'],
    [2n, 'two'],
  ] as const) {
    const right = packRightId(series, serial)
    const word = await wordOf(world, right)
    assert.deepEqual(
      [word.owner, word.state, word.auxLive, word.nonce, word.until, word.price],
      [world.buyer, 'sent', true, 1, until, 0n],
    )
    assert.equal(BigInt(await world.read('auxiliaryOf', right)), BigInt(keyAccount(key)))
  }
  assert.equal(await world.read('balanceOf', world.buyer), 2n)
})

it('buy_asAGiftIsClaimedWithEachKeyAlone', async (world) => {
  const { series } = await world.publish()
  const until = await inDays(world, 5)
  const purchase = purchaseOf(world, series, { quantity: 2, until, keys: ['one', 'two'] })
  await buy(world, purchase, 24_000n)
  const second = packRightId(series, 2n)

  const wrong = await signClaim(world, second, { word: 'one' })
  await refuses(world, () => wrong.claim(world.stranger), 'SignatureInvalid', keyAccount('two'))
  const right = await signClaim(world, second, { word: 'two' })
  await right.claim(world.stranger)

  assert.equal(await world.read('ownerOf', second), world.other)
})

it('buy_asAGiftKeepsEscrowWithTheRight', async (world) => {
  const { series } = await world.publish({ terms: await escrowTerms(world) })
  const until = await inDays(world, 5)
  await buy(world, purchaseOf(world, series, { until, keys: ['link'] }), 12_000n)
  assert.equal((await wordOf(world, packRightId(series, 1n))).escrowed, true)
})

it('buy_asAGiftHeldBySomebodyElseAsksThatAccount', async (world) => {
  const { series } = await world.publish()
  const puppet = await puppetThat(world, 'accept', 'refuse')
  const until = await inDays(world, 5)
  const purchase = purchaseOf(world, series, { to: puppet.at, until, keys: ['link'] })

  await refuses(world, () => buy(world, purchase, 12_000n), 'ERC721InvalidReceiver', puppet.at)
  await behave(world, puppet, 'accept', 'accept')
  await buy(world, purchase, 12_000n)

  assert.equal((await stateOf(world, packRightId(series, 1n)))?.state, 'sent')
})

it('buy_asAGiftReturnsToItsBuyerWhenNobodyClaims', async (world) => {
  const { series } = await world.publish()
  const until = await inDays(world, 5)
  await buy(world, purchaseOf(world, series, { until, keys: ['link'] }), 12_000n)

  await world.goTo(until)

  const state = await stateOf(world, packRightId(series, 1n))
  assert.deepEqual([state?.state, state?.holder, state?.nonce], ['held', world.buyer, 2])
})

it('buy_asAGiftFailsForKeysThatAreNotOneForEach', async (world) => {
  const { series } = await world.publish()
  const until = await inDays(world, 5)
  for (const keys of [['one'], ['one', 'two', 'three']]) {
    const purchase = purchaseOf(world, series, { quantity: 2, until, keys })
    await refuses(world, () => buy(world, purchase, 24_000n), 'ListsDiffer')
  }
})

it('buy_asAGiftFailsForAMissingKey', async (world) => {
  const { series } = await world.publish()
  const until = await inDays(world, 5)
  const claimKeys = [keyAccount('one'), ZERO]
  const purchase = purchaseOf(world, series, { quantity: 2, until, claimKeys })
  await refuses(world, () => buy(world, purchase, 24_000n), 'ClaimKeyMissing')
})

it('buy_asAGiftFailsForAnEndThatIsNotAhead', async (world) => {
  const { series } = await world.publish()
  const now = (await world.now()) + 100
  await world.nextAt(now)
  for (const until of [0, now - 1, now, now + 366 * DAY_SECONDS + 1, 2n ** 32n, 2n ** 256n - 1n]) {
    const purchase = purchaseOf(world, series, { until, keys: ['link'] })
    await refuses(world, () => buy(world, purchase, 12_000n), 'UntilOutOfBounds', until)
  }
  const last = purchaseOf(world, series, { until: now + 366 * DAY_SECONDS, keys: ['link'] })
  await buy(world, last, 12_000n)
  assert.equal((await wordOf(world, packRightId(series, 1n))).until, now + 366 * DAY_SECONDS)
})

it('buy_withoutKeysFailsForAnEnd', async (world) => {
  const { series } = await world.publish()
  const purchase = purchaseOf(world, series, { until: await inDays(world, 1) })
  await refuses(world, () => buy(world, purchase, 12_000n), 'UntilOutOfBounds')
})
