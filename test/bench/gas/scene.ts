import { id as hashOf, parseEther } from 'ethers'
import type { Account, RightId } from '../../../src/domain/ids.ts'
import { packPrice } from '../../../src/domain/price.ts'
import { packRightId } from '../../../src/domain/right-id.ts'
import { unpackRightWord } from '../../../src/domain/right-word.ts'
import { DAY_SECONDS, type Terms } from '../../../src/domain/terms.ts'
import { createWorld, type World } from '../../contracts/world.ts'

/** The day on which every scene plays: with another, ids would have other bytes, and calldata another price. */
export const DAY = 20_800
/** Noon of that day. */
export const NOW = DAY * DAY_SECONDS + DAY_SECONDS / 2
/** Three days later: where the scenes need an end. */
export const UNTIL = NOW + 3 * DAY_SECONDS
/** A hundredth of the chain's coin, as the peers ask for. */
export const PRICE = parseEther('0.01')
/** The same as a listing takes it. */
export const PACKED = packPrice(PRICE) ?? 0

/** A stage for scenes: everybody is a plain account with coins, and nobody has had a right before. */
export type Scene = Awaited<ReturnType<typeof openScene>>

/** A series on sale, of which some were sold and one was burned, so that every counter is warm. */
export type Shelf = { terms: Terms; right: () => RightId; buy: BuyOn }

type BuyOn = (from: Account, quantity?: number) => Promise<{ gas: number; ids: RightId[] }>

/** Opens the stage. */
export async function openScene() {
  const world = await createWorld({ startsAt: NOW })
  const strangers = world.accounts.slice(5)
  let salts = 0

  const gasOf = async (from: Account, name: string, args: unknown[], value = 0n) =>
    (await world.call(from, name, args, value)).gasUsed

  return {
    world,
    close: world.close,
    gasOf,
    /** Somebody who never had a right. */
    stranger: (): Account => {
      const next = strangers.pop()
      if (next === undefined) throw new Error('nobody is left')
      return next
    },
    nonceOf: async (right: RightId) => unpackRightWord(await world.read('wordOf', right)).nonce,
    shelf: (terms: Partial<Terms> = {}) => {
      salts += 1
      return openShelf(world, terms, hashOf(`shelf ${salts}`))
    },
  }
}

async function openShelf(world: World, terms: Partial<Terms>, salt: string): Promise<Shelf> {
  const input = { salt, terms: { price: PRICE, supply: 1000, ...terms } }
  const { series, terms: all } = await world.publish(input)
  let sold = 0n

  const buy: BuyOn = async (from, quantity = 1) => {
    const { gasUsed: gas } = await world.buy(series, all, { from, quantity })
    const ids = Array.from({ length: quantity }, (_, at) =>
      packRightId(series, sold + BigInt(at) + 1n),
    )
    sold += BigInt(quantity)
    return { gas, ids }
  }

  const { ids } = await buy(world.other, 2)
  await world.call(world.other, 'request', [ids[0], 0, hashOf('')])
  await world.call(world.other, 'confirm', [ids[0]])
  // The holder of what the scenes use keeps more than they use.
  const stock = (await buy(world.buyer, 20)).ids
  return {
    terms: all,
    buy,
    right: () => {
      const next = stock.pop()
      if (next === undefined || stock.length === 0) throw new Error('the holder would keep none')
      return next
    },
  }
}
