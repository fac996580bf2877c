import type { StartDeal } from '../../deals/start-deal.ts'
import { checkTerms } from '../../domain/check-terms.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { PublicationSubject } from '../../domain/deal/subject.ts'
import type { Draft } from '../../domain/draft.ts'
import { draftGoods, draftProblems, draftTerms, isPriced } from '../../domain/draft-goods.ts'
import { draftSalt } from '../../domain/draft-salt.ts'
import { AppError } from '../../domain/errors.ts'
import { goodsHash } from '../../domain/goods.ts'
import { type Terms, termsHash } from '../../domain/terms.ts'
import type { StepDeal } from '../../ports/step-deal.ts'
import type { Person, Unit } from '../../ports/store.ts'

/**
 * Publishes a complete draft: the wallet is asked at once. A draft has one publication: while it is under way, and once it
 * is on the chain, its card is shown again; before that it follows the draft.
 * The returned function @throws AppError DRAFT_INCOMPLETE
 */
export function createPublishDraft(deps: {
  startDeal: StartDeal
  stepDeal: StepDeal
  pictureUrl: (hash: string) => string | null
}): (unit: Unit, person: Person, draft: Draft) => Promise<void> {
  const { startDeal, stepDeal, pictureUrl } = deps
  return async function publishDraft(unit, person, draft) {
    const problems = draftProblems(draft)
    if (problems.length > 0 || !isPriced(draft)) {
      throw new AppError('DRAFT_INCOMPLETE', { meta: { fields: problems.join(', ') } })
    }
    const { time } = await unit.index.head()
    const known = await publicationOf(unit, draft)
    const subject: PublicationSubject = {
      kind: 'publication',
      goods: draftGoods(draft, pictureUrl),
      ...draftTerms(draft, time),
      salt: draftSalt(draft.id),
    }
    // A deal that is under way, or over, takes no new subject and goes on as it is.
    if (known !== null && !isSame(known, subject, time)) {
      await stepDeal(unit, known.id, { type: 'revised', subject })
    }
    await startDeal(unit, { person, subject, same: known?.id, isDecided: true })
  }
}

/** What was made of a draft; null while nothing was. */
export async function publicationOf(unit: Unit, draft: Draft): Promise<Deal | null> {
  const salt = draftSalt(draft.id)
  const found = await unit.deals.find({ person: draft.person, kind: 'publication' })
  const isOf = ({ subject }: Deal) => subject.kind === 'publication' && subject.salt === salt
  return found.find(({ deal }) => isOf(deal))?.deal ?? null
}

/**
 * Would it publish the same? Days that are counted from today are as good as before while they still pass: so a question
 * that a wallet may still show is about the same series, of which the chain takes one.
 */
function isSame({ subject }: Deal, wanted: PublicationSubject, nowSeconds: number): boolean {
  if (subject.kind !== 'publication' || checkTerms(subject.terms, { nowSeconds }).length > 0)
    return false
  const dayless = (terms: Terms) => termsHash({ ...terms, saleEndDay: null, redeemByDay: null })
  return (
    goodsHash(subject.goods) === goodsHash(wanted.goods) &&
    dayless(subject.terms) === dayless(wanted.terms) &&
    subject.limit === wanted.limit
  )
}
