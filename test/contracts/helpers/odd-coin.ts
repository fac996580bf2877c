import type { Account } from '../../../src/domain/ids.ts'
import type { Terms } from '../../../src/domain/terms.ts'
import type { World } from '../world.ts'

/** How an odd coin ends a transfer. */
export const coinManner = {
  true: 0,
  nothing: 1,
  false: 2,
  two: 3,
  short: 4,
  bomb: 5,
  revert: 6,
} as const

/** A coin that misbehaves as told. */
export async function oddCoin(world: World) {
  const coin = await world.oddCoin()
  const { deployer, rights } = world
  const tell = (name: string, ...args: unknown[]) => world.callOn(deployer, coin, name, args)
  return {
    ...coin,
    behave: (manner: keyof typeof coinManner) => tell('behave', coinManner[manner]),
    shut: (who: Account) => tell('shut', who),
    takeFee: (bps: number) => tell('takeFee', bps),
    rebase: (who: Account, balance: bigint) => tell('rebase', who, balance),
    callBack: (name: string, args: unknown[]) =>
      tell('callBack', rights.at, rights.encode(name, args)),
    balanceOf: async (who: Account) => (await world.readOf(coin, 'balanceOf', [who]))[0] as bigint,
    fund: async (who: Account, amount: bigint) => {
      await tell('mint', who, amount)
      await world.callOn(who, coin, 'approve', [rights.at, amount])
    },
  }
}

/** A buyer's right of a series in an odd coin. */
export async function soldForOddCoin(world: World, given: Partial<Terms> = {}) {
  const odd = await oddCoin(world)
  await odd.fund(world.buyer, 1_000_000n)
  const sold = await world.sold({ currency: odd.at, ...given })
  return { ...sold, odd }
}
