import { offerDeal } from '../../domain/deal/deal.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import { AppError } from '../../domain/errors.ts'
import { formatTime } from '../../domain/format-time.ts'
import type { ChatId, DealId } from '../../domain/ids.ts'
import type { Random } from '../../ports/random.ts'
import type { Person, Unit } from '../../ports/store.ts'

/**
 * Answers a pick-up code at the desk. Anybody may look whether a code was used; only an account of the issuer can use it
 * up. A wrong secret is told apart from an unknown code by nothing, so codes cannot be guessed at piece by piece.
 * @throws AppError CODE_UNKNOWN, CODE_SPENT, CODE_EXPIRED, DESK_FOREIGN
 */
export async function offerHandover(
  deps: { random: Random },
  unit: Unit,
  input: { person: Person; chat: ChatId; reference: DealId; secret: string },
): Promise<DealId> {
  const { person, chat, reference, secret } = input
  const redemption = (await unit.deals.load(reference))?.deal
  if (redemption?.subject.kind !== 'redemption') throw new AppError('CODE_UNKNOWN')
  const { right: id, secret: expected } = redemption.subject
  if (expected !== `0x${secret}`) throw new AppError('CODE_UNKNOWN')

  const right = await unit.index.right(id)
  const series = right === null ? null : await unit.index.series(right.series)
  const { time } = await unit.index.head()
  const state = right === null ? null : effectiveState(right.word, time)
  if (right === null || series === null || state === null) throw new AppError('CODE_UNKNOWN')

  const known = await unit.deals.find({ person: person.id, kind: 'handover', right: id })
  const mine = known.find(({ deal }) => isFor(deal.subject, reference))
  if (mine !== undefined) return mine.deal.id
  if (state.burned)
    throw new AppError('CODE_SPENT', { meta: { at: formatTime(right.changedAt, person.locale) } })
  if (state.state !== 'requested') throw new AppError('CODE_EXPIRED')
  const bindings = await unit.bindings.of(person.id)
  if (!bindings.some(({ account }) => account === series.issuer)) throw new AppError('DESK_FOREIGN')

  const deal = offerDeal({
    id: deps.random.dealId(),
    person: { id: person.id, name: person.name },
    chat,
    subject: { kind: 'handover', right: id, secret: expected, redemption: reference },
  })
  await unit.deals.add(deal)
  return deal.id
}

function isFor(subject: { kind: string; redemption?: DealId }, reference: DealId): boolean {
  return subject.kind === 'handover' && subject.redemption === reference
}
