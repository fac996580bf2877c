import type { EffectiveState } from './effective-state.ts'
import type { HeldRight, Series } from './facts.ts'
import type { Account } from './ids.ts'

/** Something about a right that somebody wants to hear of without asking. */
export type Notice = {
  kind:
    | 'sold'
    | 'resold'
    | 'claimed'
    | 'requested'
    | 'accepted'
    | 'refused'
    | 'shipped'
    | 'disputed'
    | 'refunded'
    | 'settled'
  /** Everybody who has this account, or everybody at this issuer's desk. */
  to: { type: 'holder' | 'desk'; account: Account }
}

/** What the last change of a right is worth telling, and whom. The same right always gives the same notices. */
export function noticesOf(
  right: HeldRight,
  series: Series,
  { state, holder }: EffectiveState,
): Notice[] {
  const desk = { type: 'desk', account: series.issuer } as const
  const present = { type: 'holder', account: holder } as const
  switch (state) {
    case 'held':
      if (right.refusal !== null) return [{ kind: 'refused', to: present }]
      return changedHands(right, series)
    case 'sent':
      return right.changedTx === right.mintedTx ? [{ kind: 'sold', to: desk }] : []
    case 'requested':
    case 'disputed':
      return [{ kind: state, to: desk }]
    case 'accepted':
    case 'shipped':
    case 'refunded':
    case 'settled':
      return [{ kind: state, to: present }]
    default:
      return []
  }
}

function changedHands({ came, changedTx, mintedTx }: HeldRight, { issuer }: Series): Notice[] {
  if (changedTx === mintedTx) return [{ kind: 'sold', to: { type: 'desk', account: issuer } }]
  if (came.from === null) return []
  const to = { type: 'holder', account: came.from } as const
  if (came.how === 'claim') return [{ kind: 'claimed', to }]
  return came.how === 'resale' ? [{ kind: 'resold', to }] : []
}
