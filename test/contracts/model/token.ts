import type { CallOf } from './actions.ts'
import { acceptsRight } from './coins.ts'
import { demand } from './refusal.ts'
import { alive, effective, move, transferable } from './rights.ts'
import type { Reenter } from './state.ts'
import { NOBODY, type Right, type State, stateNames } from './state.ts'

/** ERC-721's plain transfer. */
export function transferFrom(state: State, call: CallOf<'transferFrom'>): State {
  return transferOne(state, call)
}

/** The one that asks a receiver with code. */
export function safeTransferFrom(
  state: State,
  call: CallOf<'safeTransferFrom'>,
  reenter: Reenter,
): State {
  return askReceiver(transferOne(state, call), call.to, reenter)
}

/** Lets somebody else move a right once. */
export function approve(state: State, call: CallOf<'approve'>): State {
  const { right: id, by, to } = call
  const right = alive(state, id)
  const isAllowed = by === right.holder || state.operators[`${right.holder}>${by}`] === true
  demand(isAllowed, 'ERC721InvalidApprover', by)
  demandTransferable(id, right)
  const approved = to === NOBODY ? null : to
  return { ...state, rights: { ...state.rights, [id]: { ...right, approved } } }
}

/** Lets somebody else move all of the caller's rights. */
export function setApprovalForAll(state: State, call: CallOf<'setApprovalForAll'>): State {
  const { by, operator, approved } = call
  demand(operator !== NOBODY, 'ERC721InvalidOperator', operator)
  return { ...state, operators: { ...state.operators, [`${by}>${operator}`]: approved } }
}

/** Whoever has code must take the right; it may call back while it is asked. */
export function askReceiver(state: State, to: string, reenter: Reenter): State {
  demand(acceptsRight(state, to), 'ERC721InvalidReceiver', to)
  const actor = state.actors[to]
  if (actor === undefined || actor.plan === null) return state
  const done = { ...state.actors, [to]: { ...actor, plan: null } }
  return reenter({ ...state, actors: done }, to, actor.plan)
}

/** How many rights somebody has. */
export function holdingsOf(state: State, owner: string): number {
  const now = Object.values(state.rights).map((right) => effective(right, state.time))
  return now.filter((right) => right.holder === owner && isAlive(right)).length
}

/** Not burned. */
export function isAlive(right: Right): boolean {
  return stateNames.indexOf(right.state) < stateNames.indexOf('redeemed')
}

function transferOne(
  state: State,
  call: { right: string; by: string; from: string; to: string },
): State {
  const { right: id, by, from, to } = call
  demand(to !== NOBODY, 'ERC721InvalidReceiver', to)
  const right = alive(state, id)
  const { holder, approved } = right
  demand(holder === from, 'ERC721IncorrectOwner', from, id, holder)
  const isAllowed = by === holder || approved === by || state.operators[`${holder}>${by}`] === true
  demand(isAllowed, 'ERC721InsufficientApproval', by, id)
  demandTransferable(id, right)
  return move(state, id, right, to)
}

function demandTransferable(id: string, right: Right): void {
  const isFree = transferable.includes(right.state)
  demand(isFree, 'RightLocked', id, stateNames.indexOf(right.state))
}
