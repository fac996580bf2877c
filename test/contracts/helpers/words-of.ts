import { AbiCoder, getAddress, keccak256 } from 'ethers'
import { effectiveState } from '../../../src/domain/effective-state.ts'
import type { RightId, SeriesId } from '../../../src/domain/ids.ts'
import { unpackPrice } from '../../../src/domain/price.ts'
import { unpackRightWord } from '../../../src/domain/right-word.ts'
import type { World } from '../world.ts'

const bits = (word: bigint, shift: number, width: number) =>
  BigInt.asUintN(width, word >> BigInt(shift))
const account = (word: bigint) =>
  getAddress(`0x${bits(word, 0, 160).toString(16).padStart(40, '0')}`)

/** A series' two words, field by field. */
export async function seriesOf(world: World, series: SeriesId) {
  const [first, second] = (await world.readOf(world.rights, 'seriesWordsOf', [series])).toArray()
  const number = (word: bigint, shift: number, width: number) => Number(bits(word, shift, width))
  return {
    issuer: account(first),
    price: unpackPrice(number(first, 160, 32)),
    sold: number(first, 192, 20),
    limit: number(first, 212, 20),
    saleEndDay: number(first, 232, 16),
    flags: number(first, 248, 8),
    currency: account(second),
    shareBps: number(second, 160, 16),
    royaltyBps: number(second, 176, 16),
    redeemByDay: number(second, 192, 16),
    answerDays: number(second, 208, 8),
    handOverDays: number(second, 216, 8),
    disputeDays: number(second, 224, 8),
    ways: number(second, 232, 8),
  }
}

/** A right's word as the contract gives it now, field by field. */
export async function wordOf(world: World, right: RightId) {
  return unpackRightWord(await world.read('wordOf', right))
}

/** A right's state as the domain tells it now. */
export async function stateOf(world: World, right: RightId) {
  return effectiveState(await world.read('wordOf', right), await world.now())
}

/** Puts a nonce into a right's stored word, as if it had changed that often. */
export async function setNonce(world: World, right: RightId, nonce: number): Promise<void> {
  const slot = rightSlot(right)
  const stored = BigInt(await world.ask('eth_getStorageAt', [world.rights.at, slot, 'latest']))
  const cleared = stored & ~(((1n << 23n) - 1n) << 169n)
  const word = `0x${(cleared | (BigInt(nonce) << 169n)).toString(16).padStart(64, '0')}`
  await world.ask('hardhat_setStorageAt', [world.rights.at, slot, word])
  if ((await wordOf(world, right)).nonce !== nonce)
    throw new Error('this is not the slot of rights')
}

/** Where a right's word stands: `name` and `symbol` come after what the bases declare, so the mapping is the first. */
function rightSlot(right: RightId): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode(['uint256', 'uint256'], [right, 0]))
}
