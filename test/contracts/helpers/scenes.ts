import { computeAddress } from 'ethers'
import type { Account, RightId } from '../../../src/domain/ids.ts'
import { packPrice } from '../../../src/domain/price.ts'
import { DAY_SECONDS, type Terms } from '../../../src/domain/terms.ts'
import { claimKey } from '../sign.ts'
import { SECRET, type World, ZERO } from '../world.ts'
import { peopleOf } from './people.ts'

/** No commitment, no hash, no salt. */
export const ZERO_HASH = `0x${'00'.repeat(32)}`
/** Some other 32 bytes. */
export const SOME_HASH = `0x${'5e'.repeat(32)}`
/** Either way of getting the good, by number. */
export const PICK_UP = 0
/** See above. */
export const DELIVERY = 1

/** A packed price, as list and send take it. */
export const packed = (amount: bigint) => packPrice(amount) as number

/** The day that the newest block is in. */
export const today = async (world: World) => Math.floor((await world.now()) / DAY_SECONDS)

/** A time that lies ahead. */
export const inDays = async (world: World, days: number) => (await world.now()) + days * DAY_SECONDS

/** Terms with a redeem-by day, the earliest possible for the last buyer. */
export async function datedTerms(world: World) {
  const saleEndDay = (await today(world)) + 10
  return { saleEndDay, redeemByDay: saleEndDay + 14 }
}

/** Terms with the price in escrow, both ways, and an arbiter. */
export async function escrowTerms(
  world: World,
  given: Partial<Terms> = {},
): Promise<Partial<Terms>> {
  const dated = await datedTerms(world)
  return {
    ...dated,
    payout: 'escrow',
    ways: ['pick-up', 'delivery'],
    disputeDays: 21,
    arbiter: peopleOf(world).arbiter,
    ...given,
  }
}

/** A buyer's right of a series in escrow, both ways. */
export async function soldInEscrow(world: World, given: Partial<Terms> = {}) {
  return world.sold(await escrowTerms(world, given))
}

/** A buyer's right of a direct series with both ways and no dates. */
export function soldForDelivery(world: World, given: Partial<Terms> = {}) {
  return world.sold({ ways: ['pick-up', 'delivery'], disputeDays: 21, ...given })
}

/** Gives an account coins of the test coin, and lets `Rights` pull as many. */
export async function fund(world: World, account: Account, amount: bigint): Promise<void> {
  const { coin, rights, deployer } = world
  await world.callOn(deployer, coin, 'mint', [account, amount])
  await world.callOn(account, coin, 'approve', [rights.at, amount])
}

/** An account's coins of the test coin. */
export async function coinsOf(world: World, account: Account): Promise<bigint> {
  return (await world.readOf(world.coin, 'balanceOf', [account]))[0]
}

/** A series in the test coin, and a buyer with coins and an allowance for them. */
export async function coinSeries(world: World, given: Partial<Terms> = {}) {
  await fund(world, world.buyer, 100_000_000n)
  return world.publish({ terms: { currency: world.coin.at, price: 12_000_000n, ...given } })
}

/** The buyer's right of a series in the test coin. */
export async function soldForCoin(world: World, given: Partial<Terms> = {}) {
  await fund(world, world.buyer, 100_000_000n)
  return world.sold({ currency: world.coin.at, price: 12_000_000n, ...given })
}

/** Lists a right for 5,000 unless told otherwise, for 30 days. */
export async function list(
  world: World,
  right: RightId,
  given: { price?: bigint; taker?: Account; from?: Account; until?: number } = {},
) {
  const { price = 5_000n, taker = ZERO, from = world.buyer } = given
  const until = given.until ?? (await inDays(world, 5))
  return world.call(from, 'list', [right, packed(price), taker, until])
}

/** Sends a right to the claim key of a word, free unless told otherwise. */
export async function sendRight(
  world: World,
  right: RightId,
  given: { price?: bigint; key?: string; from?: Account; until?: number } = {},
) {
  const { price = 0n, key = 'link', from = world.buyer } = given
  const until = given.until ?? (await inDays(world, 5))
  return world.call(from, 'send', [right, keyAccount(key), price === 0n ? 0 : packed(price), until])
}

/** The account of a claim key's word. */
export const keyAccount = (word: string) => computeAddress(claimKey(word)) as Account

/** Takes a right through the states up to Shipped; the buyer is the holder. */
export async function ship(world: World, right: RightId, holder: Account = world.buyer) {
  await world.request(right, holder, 'delivery')
  await world.call(world.issuer, 'accept', [right, 0])
  return world.call(world.issuer, 'ship', [right, SOME_HASH])
}

/** Takes a right of an escrow series up to Disputed. */
export async function dispute(world: World, right: RightId, holder: Account = world.buyer) {
  await ship(world, right, holder)
  return world.call(holder, 'dispute', [right, SOME_HASH])
}

/** Shows the usual secret. */
export function handOver(
  world: World,
  right: RightId,
  given: { from?: Account; secret?: string } = {},
) {
  const { from = world.stranger, secret = SECRET } = given
  return world.call(from, 'handOver', [secret, right])
}

/** Requests a right and has it refused: Held again, and unserved. */
export async function leaveUnserved(world: World, right: RightId, holder: Account = world.buyer) {
  await world.request(right, holder)
  return world.call(world.issuer, 'refuse', [right, 3])
}
