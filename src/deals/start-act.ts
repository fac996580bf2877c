import type { Act, ActArguments } from '../domain/deal/act.ts'
import type { Account, DealId, RightId, SeriesId } from '../domain/ids.ts'
import { toJson } from '../domain/json.ts'
import type { Person, Unit } from '../ports/store.ts'
import type { StartDeal } from './start-deal.ts'

/** One call about a right, a series or an account, by an account that may make it. */
export type NewAct = {
  person: Person
  act: Act
  by: Account | null
  right?: RightId
  series?: SeriesId
  arguments?: ActArguments
  /** False where the card has to say first what it means; otherwise the tap that led here was the decision. */
  isDecided?: boolean
}

/** Starts an act, and asks the wallet at once where that is decided. The same act, while nothing came of it, is one deal. */
export async function startAct(
  startDeal: StartDeal,
  unit: Unit,
  { person, act, by, right, series, arguments: given = {}, isDecided = true }: NewAct,
): Promise<DealId> {
  const found = right === undefined ? null : await unit.index.right(right)
  const about = {
    ...(right === undefined ? {} : { right }),
    ...(series === undefined ? {} : { series }),
  }
  const known = await unit.deals.find({ person: person.id, kind: 'act', ...about })
  const same = known.find(
    ({ deal }) =>
      deal.subject.kind === 'act' &&
      deal.subject.act === act &&
      deal.subject.right === (right ?? null) &&
      deal.subject.series === (series ?? null) &&
      // Another account of the desk may send what is about a right as well.
      (right !== undefined || deal.subject.by === by) &&
      deal.subject.before === (found?.changedTx ?? null) &&
      // Another reason, or another tracking number, is another act.
      toJson(deal.subject.arguments) === toJson(given) &&
      deal.facts.type === 'absent' &&
      deal.stage !== 'ended',
  )?.deal.id
  return startDeal(unit, {
    person,
    same,
    isDecided,
    subject: {
      kind: 'act',
      act,
      by,
      right: right ?? null,
      series: series ?? null,
      arguments: given,
      before: found?.changedTx ?? null,
    },
  })
}
