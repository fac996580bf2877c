import type { StartDeal } from '../../deals/start-deal.ts'
import { claimKey } from '../../domain/claim-key.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import { AppError } from '../../domain/errors.ts'
import type { DealId } from '../../domain/ids.ts'
import type { Person, Unit } from '../../ports/store.ts'

/**
 * Answers the link of a send. The chain says whether it is still there; the reference finds it, the secret proves the link.
 * Opening it again shows the same card. Somebody for whom it is kept comes first; whoever sent it has nothing to claim.
 * @throws AppError SEND_UNKNOWN, SEND_OVER, SEND_YOURS, SEND_KEPT
 */
export async function offerClaim(
  startDeal: StartDeal,
  unit: Unit,
  input: { person: Person; reference: string; secret: string },
): Promise<DealId> {
  const { person, reference } = input
  const secret = `0x${input.secret}`
  const key = claimKey(secret)
  if (key.slice(2, 18).toLowerCase() !== reference) throw new AppError('SEND_UNKNOWN')
  const mine = (await unit.deals.find({ person: person.id, kind: 'claim' })).find(
    ({ deal }) => deal.subject.kind === 'claim' && deal.subject.secret === secret,
  )
  const right = await unit.index.sentTo(reference)
  const { time } = await unit.index.head()
  const state = right === null ? null : effectiveState(right.word, time)
  if (right === null || state === null || right.key !== key) {
    if (mine !== undefined)
      return startDeal(unit, { ...mineAgain(mine.deal.id, person), subject: mine.deal.subject })
    throw new AppError('SEND_OVER')
  }
  if (state.state !== 'sent') throw new AppError('SEND_OVER')
  const accounts = await unit.bindings.of(person.id)
  if (accounts.some(({ account }) => account === state.holder)) throw new AppError('SEND_YOURS')
  const series = await unit.index.series(right.series)
  if (series === null) throw new AppError('SERIES_UNKNOWN')
  const claims = await unit.deals.find({ kind: 'claim', right: right.id })
  const isKept = claims.some(({ deal }) => {
    if (deal.subject.kind !== 'claim' || deal.person.id === person.id) return false
    // What was kept of an earlier send of the same right is over with it.
    if (deal.subject.secret !== secret) return false
    return deal.stage !== 'ended' && (deal.subject.keptUntil ?? 0) > time
  })
  if (isKept) throw new AppError('SEND_KEPT')
  const price = state.price === null || state.price === 0n ? null : state.price
  const { until } = state
  const id = await startDeal(unit, {
    person,
    same: mine?.deal.id,
    subject: {
      kind: 'claim',
      right: right.id,
      secret,
      price,
      currency: series.terms.currency,
      sender: state.holder,
      deskCode: null,
      keptUntil: null,
      ...(until === null ? {} : { until }),
    },
  })
  if (mine === undefined && until !== null) await wake(unit, id, until)
  return id
}

/** The clock alone ends a send: nothing happens on the chain that would tell its recipients. */
async function wake(unit: Unit, id: DealId, until: number): Promise<void> {
  const stored = await unit.deals.load(id)
  if (stored !== null) await unit.deals.save(stored.deal, stored.version, until)
}

function mineAgain(same: DealId, person: Person) {
  return { person, same }
}
