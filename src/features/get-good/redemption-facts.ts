import { absent, doneFacts, overFacts, rightNow, toldFacts } from '../../deals/happened.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import { hasAsked } from '../../domain/deal/earlier.ts'
import type { ChainFacts, Outcome } from '../../domain/deal/event.ts'
import type { RightState } from '../../domain/effective-state.ts'
import type { PromptId, RightId, TxHash } from '../../domain/ids.ts'
import type { Unit } from '../../ports/store.ts'

const open: Partial<Readonly<Record<RightState, Outcome>>> = {
  requested: 'requested',
  accepted: 'accepted',
  shipped: 'shipped',
  disputed: 'disputed',
}
const over: Partial<Readonly<Record<RightState, Outcome>>> = {
  redeemed: 'redeemed',
  refunded: 'refunded',
  settled: 'settled',
  lapsed: 'lapsed',
}

const freed: ReadonlySet<Outcome> = new Set(['withdrawn', 'refused', 'expired'])

/**
 * What the chain says of getting a good: locked under this request, accepted, on its way, burned, or free again. Several
 * rights under one code go the same way at the desk; the one that is furthest behind speaks for all.
 */
export async function redemptionFacts(unit: Unit, deal: Deal): Promise<ChainFacts> {
  if (deal.subject.kind !== 'redemption') return absent
  const { rights } = deal.subject
  const each = await Promise.all(rights.map((id) => factsOf(unit, deal, id)))
  const behind =
    each.find(({ type }) => type === 'absent') ?? each.find(({ type }) => type === 'done')
  const found = behind ?? each[0] ?? absent
  return found.type === 'absent' ? found : { ...found, rights }
}

/** Several questions may have reached the wallet: the one that this transaction answered, should it be an earlier one. */
function questionOf({ earlier = [] }: Deal, hash: TxHash): { prompt?: PromptId } {
  const found = earlier.find(({ call }) => call.hash === hash)
  return found === undefined ? {} : { prompt: found.call.prompt }
}

async function factsOf(unit: Unit, deal: Deal, id: RightId): Promise<ChainFacts> {
  const now = await rightNow(unit, id)
  if (now === null || deal.account === null || !hasAsked(deal)) return absent
  // Asked for anew, it is another deal's.
  const told = toldFacts(deal, now, freed)
  if (told !== null) return told
  const { right, state } = now
  // Only what this deal had locked can have gone on because of it.
  const wasOurs = deal.facts.type !== 'absent' || deal.call?.stage === 'included'
  const isOurs = state.holder === deal.account
  if (!isOurs) return wasOurs ? overFacts(now, 'withdrawn') : absent
  const ended = over[state.state]
  if (ended !== undefined) return wasOurs ? overFacts(now, ended) : absent
  const going = open[state.state]
  if (going !== undefined) return { ...doneFacts(now, going), ...questionOf(deal, right.changedTx) }
  if (!wasOurs || deal.facts.type === 'absent') return absent
  if (right.changedBlock < deal.facts.blockNumber) return absent
  if (right.refusal !== null) return overFacts(now, 'refused')
  return overFacts(now, state.unserved ? 'expired' : 'withdrawn')
}
