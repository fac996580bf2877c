import type { Deal } from '../../domain/deal/deal.ts'
import type { ChainFacts } from '../../domain/deal/event.ts'
import { AppError } from '../../domain/errors.ts'
import type { DealId, RightId } from '../../domain/ids.ts'
import type { StepDeal } from '../../ports/step-deal.ts'
import type { Unit } from '../../ports/store.ts'

/** Reads what the chain says of one kind of deal, as the projections are now. */
export type FactsOf = (unit: Unit, deal: Deal) => Promise<ChainFacts>

const RIGHT_LENGTH = 66

/**
 * Tells every deal that has to do with the touched ids what the chain says now. The ids carry no facts themselves, so it
 * does not matter how often or in which order they come, and a reorganisation needs no path of its own.
 */
export function createTellDeals(deps: {
  stepDeal: StepDeal
  facts: Readonly<Record<Exclude<Deal['subject']['kind'], 'binding'>, FactsOf>>
}): (unit: Unit, subjects: readonly string[]) => Promise<void> {
  return async function tellDeals(unit, subjects) {
    const rights = subjects.filter((each) => each.length === RIGHT_LENGTH)
    for (const right of rights) {
      for (const id of await dealsAbout(unit, right as RightId)) {
        const deal = (await unit.deals.load(id))?.deal
        if (deal === undefined || deal.subject.kind === 'binding') continue
        const facts = await deps.facts[deal.subject.kind](unit, deal)
        if ((await deps.stepDeal(unit, id, { type: 'chain', facts })) === null) {
          throw new AppError('UNEXPECTED')
        }
      }
    }
  }
}

async function dealsAbout(unit: Unit, id: RightId): Promise<Set<DealId>> {
  const found = new Set((await unit.deals.find({ right: id })).map(({ deal }) => deal.id))
  const right = await unit.index.right(id)
  if (right === null) return found
  if (right.reference !== null) return found.add(right.reference)
  const { series, mintedTo: account } = right
  const waiting = await unit.deals.find({ kind: 'purchase', series, account })
  for (const { deal } of waiting.reverse()) found.add(deal.id)
  return found
}
