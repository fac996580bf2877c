import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { AbiCoder } from 'ethers'
import { effectiveState, transferredWord } from '../../src/domain/effective-state.ts'
import type { Account, RightId } from '../../src/domain/ids.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import { createWorld, eventNames, failsWith, type World, ZERO } from './world.ts'

let world: World
let snapshot: string
before(async () => {
  world = await createWorld()
})
after(() => world.close())
beforeEach(async () => {
  snapshot = await world.ask('evm_snapshot')
})
afterEach(() => world.ask('evm_revert', [snapshot]))

const SAFE = 'safeTransferFrom(address,address,uint256)'
const SAFE_WITH_NOTE = 'safeTransferFrom(address,address,uint256,bytes)'
const ways: [string, unknown[]][] = [
  ['transferFrom', []],
  [SAFE, []],
  [SAFE_WITH_NOTE, ['0x1234']],
]
const move = (
  caller: Account,
  name: string,
  from: Account,
  to: Account,
  right: RightId,
  more: unknown[] = [],
) => world.call(caller, name, [from, to, right, ...more])

test('name_and_symbol', async () => {
  assert.equal(await world.read('name'), 'Scrip')
  assert.equal(await world.read('symbol'), 'SCRIP')
})

for (const [name, more] of ways) {
  test(`${name}_movesTheRightAndBumpsItsNonce`, async () => {
    const { right } = await world.sold()
    const { buyer, other } = world
    const before = await world.read('wordOf', right)

    const receipt = await move(buyer, name, buyer, other, right, more)

    assert.deepEqual(eventNames(receipt), ['Transfer'])
    assert.deepEqual([...receipt.events[0]!.args], [buyer, other, BigInt(right)])
    assert.equal(await world.read('ownerOf', right), other)
    assert.equal(await world.read('balanceOf', buyer), 0n)
    assert.equal(await world.read('balanceOf', other), 1n)
    const word = await world.read('wordOf', right)
    assert.equal(word, transferredWord(before, other, receipt.blockTime))
    assert.equal(effectiveState(word, receipt.blockTime)?.nonce, 1)
  })

  test(`${name}_failsForAStranger`, async () => {
    const { right } = await world.sold()
    const { buyer, stranger } = world
    const moving = move(stranger, name, buyer, stranger, right, more)
    await assert.rejects(moving, failsWith('ERC721InsufficientApproval', stranger, BigInt(right)))
  })

  test(`${name}_failsWhileRequestedForEveryCaller`, async () => {
    const { right } = await world.sold()
    const { buyer, other, stranger } = world
    await world.call(buyer, 'setApprovalForAll', [other, true])
    await world.request(right)

    for (const caller of [buyer, other]) {
      const moving = move(caller, name, buyer, stranger, right, more)
      await assert.rejects(moving, failsWith('RightLocked', BigInt(right), 4))
    }
  })

  test(`${name}_failsAfterTheRightBurned`, async () => {
    const { right } = await world.sold()
    const { buyer, other } = world
    await world.request(right)
    await world.call(other, 'handOver', [`0x${'ab'.repeat(16)}`, right])

    const moving = move(buyer, name, buyer, other, right, more)
    await assert.rejects(moving, failsWith('ERC721NonexistentToken', BigInt(right)))
  })
}

test('transferFrom_failsFromTheWrongHolder', async () => {
  const { right } = await world.sold()
  const { buyer, other, stranger } = world
  const moving = move(buyer, 'transferFrom', other, stranger, right)
  await assert.rejects(moving, failsWith('ERC721IncorrectOwner', other, BigInt(right), buyer))
})

test('transferFrom_failsToNobody', async () => {
  const { right } = await world.sold()
  const moving = move(world.buyer, 'transferFrom', world.buyer, ZERO, right)
  await assert.rejects(moving, failsWith('ERC721InvalidReceiver', ZERO))
})

test('transferFrom_toOneselfKeepsTheBalance', async () => {
  const { right } = await world.sold()
  await move(world.buyer, 'transferFrom', world.buyer, world.buyer, right)
  assert.equal(await world.read('balanceOf', world.buyer), 1n)
})

test('safeTransferFrom_failsForAContractThatDoesNotTakeRights', async () => {
  const { right } = await world.sold()
  const puppet = await world.puppet()
  for (const manner of [1, 2, 3, 4]) {
    await world.callOn(world.deployer, puppet, 'behave', [0, manner])
    const moving = move(world.buyer, SAFE, world.buyer, puppet.at, right)
    await assert.rejects(moving, failsWith('ERC721InvalidReceiver', puppet.at))
  }
  await world.callOn(world.deployer, puppet, 'behave', [0, 0])
  await move(world.buyer, SAFE, world.buyer, puppet.at, right)
})

test('safeTransferFrom_tellsTheReceiverWhoMovesWhatFromWhomAndTheNote', async () => {
  const { right } = await world.sold()
  const { buyer, other } = world
  const puppet = await world.puppet()
  await world.call(buyer, 'setApprovalForAll', [other, true])

  await move(other, SAFE_WITH_NOTE, buyer, puppet.at, right, ['0x1234'])

  const coder = AbiCoder.defaultAbiCoder()
  const expected = [other, buyer, right, '0x1234']
  const types = ['address', 'address', 'uint256', 'bytes']
  assert.equal((await world.readOf(puppet, 'asked'))[0], coder.encode(types, expected))
})

test('buy_tellsTheReceiverThatTheRightIsNew', async () => {
  const { series, terms } = await world.publish()
  const puppet = await world.puppet()

  await world.buy(series, terms, { quantity: 2, recipient: puppet.at })

  const expected = [world.buyer, ZERO, packRightId(series, 2n), '0x']
  const types = ['address', 'address', 'uint256', 'bytes']
  const asked = (await world.readOf(puppet, 'asked'))[0]
  assert.equal(asked, AbiCoder.defaultAbiCoder().encode(types, expected))
})

test('safeTransferFrom_isFinalBeforeTheReceiverIsAsked', async () => {
  const { right } = await world.sold()
  const puppet = await world.puppet()
  const onward = world.rights.encode('transferFrom', [puppet.at, world.other, right])
  await world.callOn(world.deployer, puppet, 'callBack', [world.rights.at, 0n, onward])

  await move(world.buyer, SAFE, world.buyer, puppet.at, right)

  assert.equal(await world.read('ownerOf', right), world.other)
  assert.equal(await world.read('balanceOf', puppet.at), 0n)
})

test('approve_letsOneAccountMoveTheRightOnce', async () => {
  const { right } = await world.sold()
  const { buyer, other, stranger } = world

  const receipt = await world.call(buyer, 'approve', [other, right])

  assert.deepEqual([...receipt.events[0]!.args], [buyer, other, BigInt(right)])
  assert.equal(await world.read('getApproved', right), other)
  await move(other, 'transferFrom', buyer, stranger, right)
  assert.equal(await world.read('getApproved', right), ZERO)
  const again = move(other, 'transferFrom', stranger, other, right)
  await assert.rejects(again, failsWith('ERC721InsufficientApproval', other, BigInt(right)))
})

test('approve_ofNobodyTakesItBack', async () => {
  const { right } = await world.sold()
  await world.call(world.buyer, 'approve', [world.other, right])

  await world.call(world.buyer, 'approve', [ZERO, right])

  assert.equal(await world.read('getApproved', right), ZERO)
})

test('approve_failsForAnyoneButHolderAndOperators', async () => {
  const { right } = await world.sold()
  const { buyer, other, stranger } = world
  await world.call(buyer, 'approve', [other, right])

  const approving = world.call(other, 'approve', [stranger, right])
  await assert.rejects(approving, failsWith('ERC721InvalidApprover', other))
  await world.call(buyer, 'setApprovalForAll', [other, true])
  await world.call(other, 'approve', [stranger, right])
})

test('approve_failsWhileTheRightIsLocked', async () => {
  const { right } = await world.sold()
  await world.request(right)
  const approving = world.call(world.buyer, 'approve', [world.other, right])
  await assert.rejects(approving, failsWith('RightLocked', BigInt(right), 4))
})

test('approve_doesNotSurviveARequest', async () => {
  const { right } = await world.sold()
  const { buyer, other } = world
  await world.call(buyer, 'approve', [other, right])
  await world.request(right)
  await world.call(buyer, 'withdrawRequest', [right])

  assert.equal(await world.read('getApproved', right), ZERO)
  const moving = move(other, 'transferFrom', buyer, other, right)
  await assert.rejects(moving, failsWith('ERC721InsufficientApproval', other, BigInt(right)))
})

test('approve_afterARequestRanOutKeepsTheNextNonceAndTheUnservedMark', async () => {
  const { right } = await world.sold()
  const { blockTime } = await world.request(right)
  await world.nextAt(blockTime + 7 * DAY_SECONDS)

  await world.call(world.buyer, 'approve', [world.other, right])

  const state = effectiveState(await world.read('wordOf', right), await world.now())
  assert.deepEqual([state?.state, state?.nonce, state?.unserved], ['held', 2, true])
})

test('setApprovalForAll_letsAnOperatorMoveButNotRequestOrWithdraw', async () => {
  const { right } = await world.sold()
  const { buyer, other, stranger } = world

  const receipt = await world.call(buyer, 'setApprovalForAll', [other, true])

  assert.deepEqual(eventNames(receipt), ['ApprovalForAll'])
  assert.equal(await world.read('isApprovedForAll', buyer, other), true)
  await assert.rejects(world.request(right, other), failsWith('NotHolder', BigInt(right), other))
  await world.request(right)
  const withdrawing = world.call(other, 'withdrawRequest', [right])
  await assert.rejects(withdrawing, failsWith('NotHolder', BigInt(right), other))
  await world.call(buyer, 'withdrawRequest', [right])
  await move(other, 'transferFrom', buyer, stranger, right)
})

test('setApprovalForAll_failsForNobody', async () => {
  const calling = world.call(world.buyer, 'setApprovalForAll', [ZERO, true])
  await assert.rejects(calling, failsWith('ERC721InvalidOperator', ZERO))
})

test('balanceOf_failsForNobody', async () => {
  await assert.rejects(world.read('balanceOf', ZERO), failsWith('ERC721InvalidOwner', ZERO))
})

test('views_failForARightThatDoesNotExist', async () => {
  for (const view of ['ownerOf', 'getApproved', 'locked', 'tokenURI']) {
    await assert.rejects(world.read(view, 7n), failsWith('ERC721NonexistentToken', 7))
  }
  assert.equal(await world.read('wordOf', 7n), 0n)
  assert.equal(await world.read('auxiliaryOf', 7n), `0x${'00'.repeat(32)}`)
})
