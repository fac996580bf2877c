import { isRightId } from '../domain/chain-subject.ts'
import type { Deal } from '../domain/deal/deal.ts'
import type { Unit } from '../ports/store.ts'

/**
 * Draws cards anew that speak of a right after their deal is done: an offer that stands, and gifts that wait. What becomes
 * of the right is no news of the deal itself, so that nothing else would draw them.
 */
export async function drawStanding(unit: Unit, subjects: readonly string[]): Promise<void> {
  for (const subject of subjects) {
    if (!isRightId(subject)) continue
    for (const { deal } of await unit.deals.find({ right: subject })) {
      if (isStanding(deal))
        await unit.drawings.deal({ deal: deal.id, chat: deal.chat, anew: false })
    }
  }
}

function isStanding({ subject, facts }: Deal): boolean {
  if (facts.type === 'absent') return false
  if (subject.kind === 'act') return subject.act === 'list'
  return subject.kind === 'purchase' && subject.gift !== null
}
