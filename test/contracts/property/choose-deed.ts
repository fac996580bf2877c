import type { Call, Deed } from '../model/actions.ts'
import { amountOf, NATIVE, RIGHTS } from '../model/state.ts'
import { manners } from '../model/terms.ts'
import type { Chooser } from './chooser.ts'
import { PURSE } from './opening.ts'
import { actors, callers, purseHolders } from './people.ts'

const weights = {
  coinAllow: 4,
  coinBehave: 4,
  coinFee: 2,
  coinShut: 5,
  coinRebase: 1,
  coinPlan: 5,
  actorBehave: 10,
  actorPlan: 4,
  force: 1,
  age: 1,
} as const satisfies Record<Deed['fn'], number>

const MAX_NONCE = 2 ** 23 - 1

/** Something that happens outside of the contract; `call` makes what is called back. */
export function chooseDeed(on: Chooser, call: (by: string) => Call): Deed {
  const { dice, state } = on
  const fn = dice.weighted(weights)
  const coin = 'odd'
  const actor = dice.of(Object.keys(actors))
  switch (fn) {
    case 'coinAllow': {
      const amount = dice.percent(80) ? PURSE.coin : dice.of([0n, 50_000n])
      return { fn, coin: dice.of(['usd', 'tin', 'odd']), owner: on.caller(), amount }
    }
    case 'coinBehave':
      return { fn, coin, manner: dice.percent(60) ? 'true' : dice.of(manners) }
    case 'coinFee':
      return { fn, coin, feeBps: dice.percent(70) ? 0 : dice.of([1, 100, 10_000]) }
    case 'coinShut':
      return { fn, coin, account: dice.percent(40) ? 'zero' : dice.of(purseHolders) }
    case 'coinRebase': {
      const account = dice.percent(50) ? RIGHTS : dice.of(callers)
      const has = amountOf(state.purses, coin, account)
      return { fn, coin, account, balance: dice.of([has + 1n, has / 2n, has * 2n]) }
    }
    case 'coinPlan':
      return { fn, coin, call: call(coin) }
    case 'actorPlan':
      return { fn, actor, call: call(actor) }
    case 'actorBehave': {
      // Who has money waiting had better take it.
      const isOwed = amountOf(state.credits, NATIVE, actor) > 0n
      const refusesMoney = dice.percent(isOwed ? 10 : 60)
      return { fn, actor, refusesMoney, refusesRights: dice.percent(25) }
    }
    case 'force':
      return { fn, account: RIGHTS, amount: BigInt(dice.between(1, 1_000)) }
    case 'age': {
      const right = on.right('held')
      const nonce = state.rights[right]?.nonce ?? 0
      const next = Math.max(nonce, MAX_NONCE - dice.below(4))
      return { fn, right, nonce: next }
    }
  }
}
