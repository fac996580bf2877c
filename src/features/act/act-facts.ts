import { absent, overFacts, type RightNow, rightNow } from '../../deals/happened.ts'
import type { Act } from '../../domain/deal/act.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { ChainFacts } from '../../domain/deal/event.ts'
import type { ActSubject } from '../../domain/deal/subject.ts'
import type { RightState } from '../../domain/effective-state.ts'
import type { Unit } from '../../ports/store.ts'

/** What a right is in once an act about it is done. */
const leadsTo: Partial<Readonly<Record<Act, readonly RightState[]>>> = {
  list: ['listed'],
  unlist: ['held'],
  'take-back': ['held'],
  'withdraw-request': ['held'],
  confirm: ['redeemed'],
  dispute: ['disputed'],
  'refund-me': ['refunded'],
  accept: ['accepted'],
  refuse: ['held'],
  ship: ['shipped'],
  refund: ['refunded'],
  rule: ['redeemed', 'settled', 'refunded'],
  complete: ['redeemed'],
}

/**
 * What the chain says of one act: what it is about has changed since, and stands where the act leads. An act that somebody
 * else did meanwhile counts as done, because nothing is left to do.
 */
export async function actFacts(unit: Unit, deal: Deal): Promise<ChainFacts> {
  const { subject } = deal
  if (subject.kind !== 'act') return absent
  const { right, before } = subject
  if (right !== null) {
    const now = await rightNow(unit, right)
    const isThere = now !== null && leadsTo[subject.act]?.includes(now.state.state) === true
    const isNew = now !== null && now.right.changedTx !== before
    if (isThere && isNew) return overFacts(now, 'acted')
    return now !== null && isNew ? movedOn(deal, now) : absent
  }
  if (!(await isDone(unit, subject))) return absent
  const { number, time } = await unit.index.head()
  const txHash = deal.call?.hash ?? null
  return { type: 'final', outcome: 'acted', rights: [], txHash, blockNumber: number, at: time }
}

/** What an act did stays done when the right has moved on since; a block that was taken back shows it as it was before. */
function movedOn({ facts }: Deal, { right, finalNumber }: RightNow): ChainFacts {
  if (facts.type !== 'done') return facts
  if (right.changedBlock < facts.blockNumber) return absent
  const { until: _, ...happened } = facts
  const isFinal = facts.blockNumber <= finalNumber
  return isFinal ? { ...happened, type: 'final', at: right.changedAt } : facts
}

async function isDone(unit: Unit, subject: ActSubject): Promise<boolean> {
  const { act, series: id, by, arguments: given } = subject
  const series = id === null ? null : await unit.index.series(id)
  switch (act) {
    case 'close':
      return series?.closed === true
    case 'raise-limit':
      return series !== null && series.limit >= (given.limit ?? 0)
    case 'set-staff': {
      if (by === null || given.account === undefined) return false
      return (await unit.index.staffOf(by)).includes(given.account) === given.isStaff
    }
    case 'withdraw': {
      if (given.account === undefined) return false
      const waiting = await unit.index.creditsOf(given.account)
      return !waiting.some(({ currency }) => currency === (given.currency ?? null))
    }
    default:
      return false
  }
}
