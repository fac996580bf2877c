import { isAccount, isRightId, isSeriesId } from '../../domain/chain-subject.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { ChainFacts } from '../../domain/deal/event.ts'
import { AppError } from '../../domain/errors.ts'
import type { Account, DealId, RightId, SeriesId } from '../../domain/ids.ts'
import type { StepDeal } from '../../ports/step-deal.ts'
import type { Unit } from '../../ports/store.ts'

/** Kinds of deals that end in something on the chain. */
export type ChainKind = Exclude<Deal['subject']['kind'], 'binding' | 'quote'>

/** Reads what the chain says of one kind of deal, as the projections are now. */
export type FactsOf = (unit: Unit, deal: Deal) => Promise<ChainFacts>

/** Reads what the chain says of any deal; null for a kind that ends elsewhere. */
export function createReadFacts(
  facts: Readonly<Record<ChainKind, FactsOf>>,
): (unit: Unit, deal: Deal) => Promise<ChainFacts | null> {
  return async function readFacts(unit, deal) {
    const { kind } = deal.subject
    return kind === 'binding' || kind === 'quote' ? null : facts[kind](unit, deal)
  }
}

/**
 * Tells every deal that has to do with the touched ids what the chain says now. The ids carry no facts themselves, so it
 * does not matter how often or in which order they come, and a reorganisation needs no path of its own.
 */
export function createTellDeals(deps: {
  stepDeal: StepDeal
  readFacts: (unit: Unit, deal: Deal) => Promise<ChainFacts | null>
}): (unit: Unit, subjects: readonly string[]) => Promise<void> {
  return async function tellDeals(unit, subjects) {
    for (const subject of subjects) {
      for (const id of await dealsAbout(unit, subject)) {
        const deal = (await unit.deals.load(id))?.deal
        const facts = deal === undefined ? null : await deps.readFacts(unit, deal)
        if (facts === null) continue
        if ((await deps.stepDeal(unit, id, { type: 'chain', facts })) === null) {
          throw new AppError('UNEXPECTED')
        }
      }
    }
  }
}

async function dealsAbout(unit: Unit, subject: string): Promise<Set<DealId>> {
  if (isRightId(subject)) return dealsAboutRight(unit, subject)
  if (isSeriesId(subject)) return dealsAboutSeries(unit, subject)
  return isAccount(subject) ? dealsAboutAccount(unit, subject) : new Set()
}

/** Acts that an account sent, and those about it that another account of the same person sent: money that waited for it. */
async function dealsAboutAccount(unit: Unit, account: Account): Promise<Set<DealId>> {
  const found = idsOf(await unit.deals.find({ kind: 'act', account }))
  for (const person of await unit.bindings.peopleOf(account)) {
    for (const { deal } of await unit.deals.find({ kind: 'act', person })) {
      const { subject } = deal
      if (subject.kind === 'act' && subject.arguments.account === account) found.add(deal.id)
    }
  }
  return found
}

async function dealsAboutRight(unit: Unit, id: RightId): Promise<Set<DealId>> {
  const found = new Set(await unit.deals.naming(id))
  const right = await unit.index.right(id)
  if (right === null) return found
  if (right.reference !== null) {
    found.add(right.reference)
    // Who paid for it has a deal of their own.
    for (const { deal } of await unit.deals.find({ paidFor: right.reference })) found.add(deal.id)
    return found
  }
  const { series, mintedTo: account } = right
  const waiting = await unit.deals.find({ kind: 'purchase', series, account })
  for (const { deal } of waiting.reverse()) found.add(deal.id)
  return found
}

/**
 * A publication knows its series only from its account: those of the series' issuer are asked, and whoever published it as
 * far as was known, because a series whose block was taken back has no issuer any more.
 */
async function dealsAboutSeries(unit: Unit, id: SeriesId): Promise<Set<DealId>> {
  const series = await unit.index.series(id)
  const found = idsOf(await unit.deals.find({ kind: 'act', series: id }))
  const account = series?.issuer
  const published = [
    ...(await unit.deals.find({ kind: 'publication', series: id })),
    ...(account === undefined ? [] : await unit.deals.find({ kind: 'publication', account })),
  ]
  for (const { deal } of published) if (deal.stage !== 'final') found.add(deal.id)
  return found
}

function idsOf(found: readonly { deal: Deal }[]): Set<DealId> {
  return new Set(found.map(({ deal }) => deal.id))
}
