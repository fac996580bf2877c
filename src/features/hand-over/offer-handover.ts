import { ableAt } from '../../deals/able-at.ts'
import { servesAt } from '../../deals/serves-at.ts'
import type { StartDeal } from '../../deals/start-deal.ts'
import { claimKey } from '../../domain/claim-key.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { HandoverSubject } from '../../domain/deal/subject.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import { AppError } from '../../domain/errors.ts'
import { formatTime } from '../../domain/format-time.ts'
import type { DealId } from '../../domain/ids.ts'
import { shortAccount } from '../../domain/short-account.ts'
import type { Person, Unit } from '../../ports/store.ts'

/**
 * Answers a code at the desk: of a pick-up, or of a gift that its recipient uses without a wallet. Who serves the issuer's
 * desk may use it up, by account or by invitation. A wrong secret is told apart from an unknown code by nothing, so codes
 * cannot be guessed at piece by piece.
 * @throws AppError CODE_UNKNOWN, CODE_SPENT, CODE_EXPIRED, GIFT_CODE_OVER, DESK_FOREIGN, DESK_ACCOUNT_MISSING
 */
export async function offerHandover(
  startDeal: StartDeal,
  unit: Unit,
  input: { person: Person; reference: DealId; secret: string },
): Promise<DealId> {
  const { person, reference, secret } = input
  const origin = (await unit.deals.load(reference))?.deal
  const subject = origin === undefined ? null : codeOf(origin, `0x${secret}`)
  const [id] = subject?.rights ?? []
  if (subject === null || id === undefined) throw new AppError('CODE_UNKNOWN')

  const right = await unit.index.right(id)
  const series = right === null ? null : await unit.index.series(right.series)
  const { time } = await unit.index.head()
  const state = right === null ? null : effectiveState(right.word, time)
  if (right === null || series === null || state === null) throw new AppError('CODE_UNKNOWN')

  const known = await unit.deals.find({ person: person.id, kind: 'handover', right: id })
  const mine = known.find(
    ({ deal }) => deal.subject.kind === 'handover' && deal.subject.origin === reference,
  )?.deal.id
  if (mine !== undefined) return startDeal(unit, { person, subject, same: mine })
  if (state.burned)
    throw new AppError('CODE_SPENT', { meta: { at: formatTime(right.changedAt, person.locale) } })
  const isGood = subject.isGift
    ? state.state === 'sent' && right.key === claimKey(subject.secret)
    : ['requested', 'accepted', 'shipped'].includes(state.state)
  if (!isGood) throw new AppError(subject.isGift ? 'GIFT_CODE_OVER' : 'CODE_EXPIRED')
  const isAble = (await ableAt(unit, person, series.issuer)).length > 0
  if (!(await servesAt(unit, person, series.issuer))) throw new AppError('DESK_FOREIGN')
  if (subject.isGift && !isAble) {
    // The claim key speaks for the holder, but only an account of the desk is heard with it.
    const who = shortAccount(series.issuer)
    throw new AppError('DESK_ACCOUNT_MISSING', { meta: { who } })
  }
  return startDeal(unit, { person, subject })
}

/** What the code stands for; null when the secret is not the one. */
function codeOf({ id, subject }: Deal, secret: string): HandoverSubject | null {
  if (subject.kind === 'redemption' && subject.secret === secret) {
    return { kind: 'handover', rights: subject.rights, secret, origin: id, isGift: false }
  }
  if (subject.kind === 'claim' && subject.deskCode === secret) {
    const rights = [subject.right]
    return { kind: 'handover', rights, secret: subject.secret, origin: id, isGift: true }
  }
  return null
}
