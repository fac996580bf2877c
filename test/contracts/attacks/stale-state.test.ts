import assert from 'node:assert/strict'
import type { RightId } from '../../../src/domain/ids.ts'
import { DAY_SECONDS } from '../../../src/domain/terms.ts'
import {
  dispute,
  inDays,
  keyAccount,
  list,
  packed,
  SOME_HASH,
  sendRight,
  ship,
  soldInEscrow,
  ZERO_HASH,
} from '../helpers/scenes.ts'
import { signOffer } from '../helpers/signed.ts'
import { wordOf } from '../helpers/words-of.ts'
import { refuses, worldTests } from '../helpers/world-tests.ts'
import { type World, ZERO } from '../world.ts'

const it = worldTests()
const SAFE = 'safeTransferFrom(address,address,uint256)'
const SAFE_WITH_NOTE = 'safeTransferFrom(address,address,uint256,bytes)'

const move = (world: World, right: RightId, from = world.buyer, to = world.other) =>
  world.call(from, 'transferFrom', [from, to, right])

it('attack 16: a stale listing after transfer away and back', async (world) => {
  const { right } = await world.sold()
  await list(world, right, { price: 1n })
  const { nonce } = await wordOf(world, right)
  await move(world, right)
  await move(world, right, world.other, world.buyer)
  const taking = () => world.call(world.stranger, 'take', [right, nonce, 1, world.stranger], 1n)
  await refuses(world, taking, 'WrongState', BigInt(right), 1)
  await list(world, right, { price: 9_000n })
  await refuses(world, taking, 'NonceStale', BigInt(right), 4)
})

it('attack 16: a stale signed offer after transfer away and back', async (world) => {
  const { right } = await world.sold()
  const { take } = await signOffer(world, right)
  await move(world, right)
  await move(world, right, world.other, world.buyer)
  await refuses(world, () => take(world.stranger, 5_000n), 'SignatureInvalid', world.buyer)
})

const locks: [string, number, (world: World, right: RightId) => Promise<unknown>][] = [
  ['sent', 3, (world, right) => sendRight(world, right)],
  ['requested by pick-up', 4, (world, right) => world.request(right)],
  ['requested by delivery', 5, (world, right) => world.request(right, world.buyer, 'delivery')],
  [
    'accepted by pick-up',
    6,
    async (world, right) => {
      await world.request(right)
      await world.call(world.issuer, 'accept', [right, 0])
    },
  ],
  [
    'accepted by delivery',
    7,
    async (world, right) => {
      await world.request(right, world.buyer, 'delivery')
      await world.call(world.issuer, 'accept', [right, 0])
    },
  ],
  ['shipped', 8, (world, right) => ship(world, right)],
  ['disputed', 9, (world, right) => dispute(world, right)],
]
for (const [state, number, lock] of locks) {
  it(`attack 17: no path moves a right that is ${state}`, async (world) => {
    const { right } = await soldInEscrow(world)
    const { buyer, other, stranger } = world
    await world.call(buyer, 'setApprovalForAll', [other, true])
    await world.call(buyer, 'approve', [stranger, right])
    await lock(world, right)
    const id = BigInt(right)
    for (const caller of [buyer, other]) {
      for (const [name, more] of [
        ['transferFrom', []],
        [SAFE, []],
        [SAFE_WITH_NOTE, ['0x12']],
      ] as const) {
        const moving = () => world.call(caller, name, [buyer, stranger, right, ...more])
        await refuses(world, moving, 'RightLocked', id, number)
      }
      const approving = () => world.call(caller, 'approve', [stranger, right])
      await refuses(world, approving, 'RightLocked', id, number)
    }
    const approved = () => world.call(stranger, 'transferFrom', [buyer, stranger, right])
    await refuses(world, approved, 'ERC721InsufficientApproval', stranger, id)
    const until = await inDays(world, 1)
    const { take } = await signOffer(world, right)
    const paths: [string, () => Promise<unknown>][] = [
      ['list', () => world.call(buyer, 'list', [right, packed(1n), ZERO, until])],
      ['unlist', () => world.call(buyer, 'unlist', [right])],
      ['cancel', () => world.call(buyer, 'cancel', [right])],
      ['send', () => world.call(buyer, 'send', [right, other, 0, until])],
      ['request', () => world.call(buyer, 'request', [right, 0, SOME_HASH])],
      ['take', () => world.call(other, 'take', [right, 1, 5_000, other], 5_000n)],
      ['takeOffer', () => take(other, 5_000n)],
    ]
    for (const [, path] of paths) await refuses(world, path, 'WrongState', id, number)
  })
}

it('attack 18: an approval survives no move, no lock and no offer that ran out', async (world) => {
  const { right } = await world.sold()
  const { buyer, other, stranger } = world
  const approve = (from = buyer) => world.call(from, 'approve', [stranger, right])
  const isGone = async () => {
    assert.equal(await world.read('getApproved', right), ZERO)
    assert.equal((await wordOf(world, right)).approved, false)
    const owner = await world.read('ownerOf', right)
    const moving = () => world.call(stranger, 'transferFrom', [owner, stranger, right])
    await refuses(world, moving, 'ERC721InsufficientApproval', stranger, BigInt(right))
  }
  await approve()
  await move(world, right)
  await isGone()
  await move(world, right, other, buyer)
  await approve()
  await sendRight(world, right)
  await world.call(buyer, 'takeBack', [right])
  await isGone()
  await approve()
  await world.call(buyer, 'cancel', [right])
  await isGone()
  const until = await inDays(world, 1)
  await list(world, right, { until })
  await approve()
  await world.goTo(until)
  await isGone()
})

it('attack 18: an approval on a listed right moves it and ends the offer', async (world) => {
  const { right } = await world.sold()
  await list(world, right)
  await world.call(world.buyer, 'approve', [world.stranger, right])
  await world.call(world.stranger, 'transferFrom', [world.buyer, world.stranger, right])
  assert.equal((await wordOf(world, right)).state, 'held')
})

it('attack 19: operators and approved accounts start nothing but a transfer', async (world) => {
  const { right } = await soldInEscrow(world)
  const { buyer, other, stranger } = world
  await world.call(buyer, 'setApprovalForAll', [other, true])
  await world.call(buyer, 'approve', [stranger, right])
  const until = await inDays(world, 1)
  const holders: [string, unknown[]][] = [
    ['list', [right, 1, ZERO, until]],
    ['unlist', [right]],
    ['cancel', [right]],
    ['send', [right, other, 0, until]],
    ['sendMany', [[right], [other], 0, until]],
    ['takeBack', [right]],
    ['request', [right, 0, ZERO_HASH]],
    ['requestMany', [[right], 0, [ZERO_HASH]]],
    ['requestAccepted', [[right, 0, ZERO_HASH, 0, until, world.issuer], '0x']],
    ['withdrawRequest', [right]],
    ['confirm', [right]],
    ['dispute', [right, SOME_HASH]],
  ]
  for (const caller of [other, stranger]) {
    for (const [name, args] of holders) {
      await refuses(world, () => world.call(caller, name, args), 'NotHolder', BigInt(right), caller)
    }
    const refunding = () => world.call(caller, 'refund', [right])
    await refuses(world, refunding, 'NotRefundable', BigInt(right), caller)
  }
})

it('attack 46: what a send left behind when it ran out means nothing to the next state', async (world) => {
  const { right } = await soldInEscrow(world)
  const until = await inDays(world, 1)
  await sendRight(world, right, { until })
  await world.goTo(until)
  assert.equal(await world.read('auxiliaryOf', right), ZERO_HASH)

  await list(world, right)
  assert.equal(await world.read('auxiliaryOf', right), ZERO_HASH)
  const { nonce } = await wordOf(world, right)
  const snapshot = await world.ask('evm_snapshot')
  await world.call(world.other, 'take', [right, nonce, 5_000, world.other], 5_000n)
  await world.ask('evm_revert', [snapshot])
  await list(world, right, { taker: world.other })
  assert.equal(BigInt(await world.read('auxiliaryOf', right)), BigInt(world.other))
  await world.call(world.buyer, 'unlist', [right])

  await world.call(world.buyer, 'request', [right, 0, ZERO_HASH])
  const guessing = () => world.call(world.stranger, 'handOver', [7n, right])
  await refuses(world, guessing, 'SecretWrong', BigInt(right))
  assert.equal(await world.read('auxiliaryOf', right), ZERO_HASH)
})

it('attack 46: a commitment that ran out opens no send, and a claim key no request', async (world) => {
  const { right } = await world.sold()
  const { blockTime } = await world.request(right)
  await world.goTo(blockTime + 7 * DAY_SECONDS)
  await sendRight(world, right)
  assert.equal(BigInt(await world.read('auxiliaryOf', right)), BigInt(keyAccount('link')))
  const showing = () => world.call(world.stranger, 'handOver', [`0x${'ab'.repeat(16)}`, right])
  await refuses(world, showing, 'WrongState', BigInt(right), 3)
})
