import { absent, doneFacts, overFacts, rightNow, toldFacts } from '../../deals/happened.ts'
import { claimKey } from '../../domain/claim-key.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { ChainFacts, Outcome } from '../../domain/deal/event.ts'
import { unpackRightWord } from '../../domain/right-word.ts'
import type { Unit } from '../../ports/store.ts'

const ends: ReadonlySet<Outcome> = new Set(['claimed', 'taken-back', 'expired'])

/** What the chain says of a send: reserved, claimed, used at the shop, taken back, or run out. */
export async function sendFacts(unit: Unit, deal: Deal): Promise<ChainFacts> {
  const { subject, account } = deal
  if (subject.kind !== 'send' || account === null) return absent
  const now = await rightNow(unit, subject.right)
  if (now === null) return absent
  const { right, state } = now
  const told = toldFacts(deal, now, ends)
  if (told !== null) return told
  if (state.state === 'sent' && right.key === claimKey(subject.secret))
    return doneFacts(now, 'sent')
  if (deal.facts.type === 'absent') return absent
  // A block that was taken back shows the right as it was before the send.
  if (right.changedBlock < deal.facts.blockNumber) return absent
  if (state.holder !== account && right.came.from === account) return overFacts(now, 'claimed')
  if (state.state === 'redeemed') return overFacts(now, 'redeemed')
  if (state.state === 'refunded') return overFacts(now, 'refunded')
  // Whether the clock ended it is written in the right, and not in which change was heard of last.
  const isUntouched =
    unpackRightWord(right.word).state === 'sent' && right.key === claimKey(subject.secret)
  const ranOut = isUntouched || right.changedAt >= subject.until
  return overFacts(now, ranOut ? 'expired' : 'taken-back')
}
