import type { Deed } from './actions.ts'
import { type Actor, amountOf, type Coin, NATIVE, type State, withAmount } from './state.ts'

/** What happens outside of the contract; it always works. */
export function happen(state: State, deed: Deed): State {
  switch (deed.fn) {
    case 'coinAllow': {
      const { coin, owner, amount } = deed
      return { ...state, allowances: withAmount(state.allowances, coin, owner, amount) }
    }
    case 'coinBehave':
      return withHabit(state, deed.coin, { manner: deed.manner })
    case 'coinFee':
      return withHabit(state, deed.coin, { feeBps: deed.feeBps })
    case 'coinShut':
      return withHabit(state, deed.coin, { shutOut: deed.account })
    case 'coinPlan':
      return withHabit(state, deed.coin, { plan: deed.call })
    case 'coinRebase':
      return { ...state, purses: withAmount(state.purses, deed.coin, deed.account, deed.balance) }
    case 'actorBehave': {
      const { refusesMoney, refusesRights } = deed
      return withActor(state, deed.actor, { refusesMoney, refusesRights })
    }
    case 'actorPlan':
      return withActor(state, deed.actor, { plan: deed.call })
    case 'force': {
      const has = amountOf(state.purses, NATIVE, deed.account)
      const purses = withAmount(state.purses, NATIVE, deed.account, has + deed.amount)
      return { ...state, purses }
    }
    case 'age': {
      const right = state.rights[deed.right]
      if (right === undefined) return state
      const rights = { ...state.rights, [deed.right]: { ...right, nonce: deed.nonce } }
      return { ...state, rights }
    }
  }
}

function withHabit(state: State, coin: string, habit: Partial<Coin>): State {
  return { ...state, coins: { ...state.coins, [coin]: { ...state.coins[coin]!, ...habit } } }
}

function withActor(state: State, name: string, habit: Partial<Actor>): State {
  return { ...state, actors: { ...state.actors, [name]: { ...state.actors[name]!, ...habit } } }
}
