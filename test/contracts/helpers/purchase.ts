import type { Account, SeriesId } from '../../../src/domain/ids.ts'
import { buyCall } from '../../../src/domain/rights-calls.ts'
import type { Terms } from '../../../src/domain/terms.ts'
import { type World, ZERO } from '../world.ts'
import { keyAccount } from './scenes.ts'

/** A `Purchase` as the ABI takes it: one right for the buyer unless told otherwise. */
export function purchaseOf(
  world: World,
  series: SeriesId,
  given: {
    quantity?: number | bigint
    to?: Account
    contributor?: Account
    until?: number | bigint
    keys?: readonly string[]
    claimKeys?: readonly Account[]
  } = {},
) {
  const { quantity = 1, to = world.buyer, contributor = ZERO, until = 0, keys = [] } = given
  const claimKeys = given.claimKeys ?? keys.map(keyAccount)
  return [series, quantity, to, contributor, until, claimKeys] as const
}

/** Buys in the long form, with a value. */
export function buy(
  world: World,
  purchase: ReturnType<typeof purchaseOf>,
  value: bigint,
  from: Account = world.buyer,
) {
  return world.call(from, 'buy', [purchase], value)
}

/** Buys one right through somebody. */
export function buyThrough(
  world: World,
  series: SeriesId,
  terms: Terms,
  contributor: Account,
  quantity = 1,
) {
  const { buyer } = world
  return world.send(
    buyer,
    buyCall(world.rights.at, { series, terms, quantity, buyer, contributor }),
  )
}
