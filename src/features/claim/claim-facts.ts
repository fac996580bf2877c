import { absent, overFacts, rightNow, toldFacts } from '../../deals/happened.ts'
import { claimKey } from '../../domain/claim-key.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import { hasAsked } from '../../domain/deal/earlier.ts'
import type { ChainFacts, Outcome } from '../../domain/deal/event.ts'
import type { Unit } from '../../ports/store.ts'

const ends: ReadonlySet<Outcome> = new Set(['claimed'])

/**
 * What the chain says of a claim: the right is the claimer's, or it went another way. Before it was claimed there is
 * nothing to say; a send that is over without this person, by whomever, is over for their claim.
 */
export async function claimFacts(unit: Unit, deal: Deal): Promise<ChainFacts> {
  const { subject, account } = deal
  if (subject.kind !== 'claim') return absent
  const now = await rightNow(unit, subject.right)
  if (now === null) return absent
  const told = toldFacts(deal, now, ends)
  if (told !== null) return told
  const { right, state } = now
  if (state.state === 'sent' && right.key === claimKey(subject.secret)) return absent
  const cameHere = right.came.from === subject.sender && right.came.how === 'claim'
  if (account !== null && hasAsked(deal) && cameHere && state.holder === account) {
    return overFacts(now, 'claimed')
  }
  // Used at the shop with the code of this claim: the sender was the last holder, and had not taken it back before.
  const wasUsed = state.state === 'redeemed' && state.holder === subject.sender
  const wasOver = deal.problem?.code === 'SEND_OVER'
  if (wasUsed && !wasOver && subject.deskCode !== null) return overFacts(now, 'redeemed')
  return { type: 'absent', over: 'SEND_OVER' }
}
