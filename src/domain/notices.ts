import type { EffectiveState } from './effective-state.ts'
import type { HeldRight, Series } from './facts.ts'
import type { Account } from './ids.ts'

/** Something about a right that somebody wants to hear of without asking. */
export type Notice = {
  kind:
    | 'sold'
    | 'resold'
    | 'claimed'
    | 'asked'
    | 'requested'
    | 'accepted'
    | 'locked'
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
  { state, holder, way }: EffectiveState,
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
      return [{ kind: state, to: desk }]
    case 'disputed': {
      const { arbiter } = series.terms
      const ruling = arbiter === null ? [] : [{ type: 'holder', account: arbiter } as const]
      return [desk, ...ruling].map((to) => ({ kind: state, to }))
    }
    case 'accepted':
      // Locked under an answer given before: the desk hears that it is to send the good now.
      return [
        { kind: state, to: present },
        ...(way === 'delivery' ? [{ kind: 'locked', to: desk } as const] : []),
      ]
    case 'shipped':
    case 'refunded':
      return [{ kind: state, to: present }]
    case 'settled':
      return [present, desk].map((to) => ({ kind: state, to }))
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
