import { absent, overFacts, rightNow } from '../../deals/happened.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { ChainFacts } from '../../domain/deal/event.ts'
import type { Unit } from '../../ports/store.ts'

/** What the chain says of a hand-over: every right under the code is burned, or it is not done. */
export async function handoverFacts(unit: Unit, deal: Deal): Promise<ChainFacts> {
  if (deal.subject.kind !== 'handover') return absent
  const { rights } = deal.subject
  let last: ChainFacts = absent
  for (const id of rights) {
    const now = await rightNow(unit, id)
    if (now === null || now.state.state !== 'redeemed') return absent
    last = overFacts(now, 'redeemed')
    if (last.type === 'done') return { ...last, rights }
  }
  return last.type === 'absent' ? last : { ...last, rights }
}
