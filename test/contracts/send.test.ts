import assert from 'node:assert/strict'
import { packRightId } from '../../src/domain/right-id.ts'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import {
  inDays,
  keyAccount,
  leaveUnserved,
  list,
  packed,
  sendRight,
  ZERO_HASH,
} from './helpers/scenes.ts'
import { signClaim } from './helpers/signed.ts'
import { setNonce, stateOf, wordOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { eventNames, type World, ZERO } from './world.ts'

const it = worldTests()

async function twoSold(world: World) {
  const { series, terms, right } = await world.sold()
  await world.buy(series, terms)
  return [right, packRightId(series, 2n)] as const
}

it('send_reservesTheRightForAClaimKey', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 5)

  const receipt = await sendRight(world, right, { until, price: 700n })

  assert.deepEqual(eventNames(receipt), ['Moved'])
  const word = await wordOf(world, right)
  assert.deepEqual(
    [word.owner, word.state, word.auxLive, word.nonce, word.until, word.price],
    [world.buyer, 'sent', true, 1, until, 700n],
  )
  assert.equal(BigInt(await world.read('auxiliaryOf', right)), BigInt(keyAccount('link')))
  assert.equal(await world.read('locked', right), true)
})

it('send_locksTheRight', async (world) => {
  const { right } = await world.sold()
  await sendRight(world, right)
  const id = BigInt(right)
  const moving = () => world.call(world.buyer, 'transferFrom', [world.buyer, world.other, right])
  await refuses(world, moving, 'RightLocked', id, 3)
  await refuses(world, () => list(world, right), 'WrongState', id, 3)
  await refuses(world, () => sendRight(world, right), 'WrongState', id, 3)
  await refuses(world, () => world.request(right), 'WrongState', id, 3)
})

it('send_failsForAnyoneButTheHolder', async (world) => {
  const { right } = await world.sold()
  await world.call(world.buyer, 'setApprovalForAll', [world.other, true])
  await world.call(world.buyer, 'approve', [world.stranger, right])
  for (const from of [world.other, world.stranger, world.issuer]) {
    await refuses(world, () => sendRight(world, right, { from }), 'NotHolder', BigInt(right), from)
  }
})

it('send_failsForAListedRight', async (world) => {
  const { right } = await world.sold()
  await list(world, right)
  await refuses(world, () => sendRight(world, right), 'WrongState', BigInt(right), 2)
})

it('send_failsWithoutAClaimKey', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 5)
  const sending = () => world.call(world.buyer, 'send', [right, ZERO, 0, until])
  await refuses(world, sending, 'ClaimKeyMissing')
})

it('send_failsForAPriceOutOfForm', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 5)
  for (const price of [10, 2 ** 27, 31 * 2 ** 27]) {
    const sending = () => world.call(world.buyer, 'send', [right, world.other, price, until])
    await refuses(world, sending, 'PriceOutOfForm', price)
  }
})

it('send_failsForAnEndThatIsNotAhead', async (world) => {
  const { right } = await world.sold()
  const now = (await world.now()) + 50
  await world.nextAt(now)
  for (const until of [0, now, now + 366 * DAY_SECONDS + 1, 2n ** 32n, 2n ** 256n - 1n]) {
    const sending = () => world.call(world.buyer, 'send', [right, world.other, 0, until])
    await refuses(world, sending, 'UntilOutOfBounds', until)
  }
  await sendRight(world, right, { until: now + 366 * DAY_SECONDS })
})

it('send_failsWhereTheNonceNoLongerGrows', async (world) => {
  const { right } = await world.sold()
  await setNonce(world, right, 2 ** 23 - 2)
  await refuses(world, () => sendRight(world, right), 'NonceExhausted', BigInt(right))
  await setNonce(world, right, 2 ** 23 - 3)
  await sendRight(world, right)
  await (await signClaim(world, right)).claim(world.stranger)
})

it('send_keepsAnUnservedRightUnserved', async (world) => {
  const { right } = await world.sold()
  await leaveUnserved(world, right)
  await sendRight(world, right)
  assert.equal((await wordOf(world, right)).unserved, true)
  await world.call(world.buyer, 'takeBack', [right])
  assert.equal((await wordOf(world, right)).unserved, true)
})

it('sendMany_sendsEachToItsKey', async (world) => {
  const rights = await twoSold(world)
  const until = await inDays(world, 5)
  const keys = [keyAccount('one'), keyAccount('two')]

  const receipt = await world.call(world.buyer, 'sendMany', [rights, keys, packed(3n), until])

  assert.deepEqual(eventNames(receipt), ['Moved', 'Moved'])
  for (const [at, right] of rights.entries()) {
    assert.equal(BigInt(await world.read('auxiliaryOf', right)), BigInt(keys[at]!))
    assert.equal((await wordOf(world, right)).price, 3n)
  }
})

it('sendMany_failsForNoneAndForListsThatDiffer', async (world) => {
  const [one, two] = await twoSold(world)
  const until = await inDays(world, 5)
  for (const [ids, keys] of [
    [[], []],
    [[one, two], [world.other]],
    [[one], [world.other, world.stranger]],
  ]) {
    const sending = () => world.call(world.buyer, 'sendMany', [ids, keys, 0, until])
    await refuses(world, sending, 'ListsDiffer')
  }
})

it('sendMany_sendsAllOrNone', async (world) => {
  const [one] = await twoSold(world)
  const until = await inDays(world, 5)
  const keys = [world.other, world.other]
  const twice = () => world.call(world.buyer, 'sendMany', [[one, one], keys, 0, until])
  await refuses(world, twice, 'WrongState', BigInt(one), 3)
})

it('takeBack_givesTheRightBackToItsHolder', async (world) => {
  const { right } = await world.sold()
  await sendRight(world, right)
  const stranger = () => world.call(world.other, 'takeBack', [right])
  await refuses(world, stranger, 'NotHolder', BigInt(right), world.other)

  const receipt = await world.call(world.buyer, 'takeBack', [right])

  assert.deepEqual(eventNames(receipt), ['Moved'])
  const state = await stateOf(world, right)
  assert.deepEqual([state?.state, state?.nonce, state?.until], ['held', 2, null])
  assert.equal(await world.read('auxiliaryOf', right), ZERO_HASH)
  const again = () => world.call(world.buyer, 'takeBack', [right])
  await refuses(world, again, 'WrongState', BigInt(right), 1)
})

it('send_thatRanOutIsHeldAgain', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 5)
  await sendRight(world, right, { until })
  await world.goTo(until)
  const takingBack = () => world.call(world.buyer, 'takeBack', [right])
  await refuses(world, takingBack, 'WrongState', BigInt(right), 1)
  assert.equal(await world.read('auxiliaryOf', right), ZERO_HASH)
  await list(world, right)
})
