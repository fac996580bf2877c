import { ownRight } from '../../deals/own-right.ts'
import type { StartDeal } from '../../deals/start-deal.ts'
import { AppError } from '../../domain/errors.ts'
import type { DealId, RightId } from '../../domain/ids.ts'
import type { Way } from '../../domain/terms.ts'
import type { Random } from '../../ports/random.ts'
import type { Person, Unit } from '../../ports/store.ts'

/**
 * Starts getting the good of a right, or finds what is under way. The secret is made here and only its hash goes on chain.
 * @throws AppError RIGHT_UNKNOWN, RIGHT_NOT_YOURS, RIGHT_REDEEMED, RIGHT_LOCKED, RIGHT_FOR_SALE, WAY_NOT_OFFERED
 */
export async function offerRedemption(
  deps: { random: Random; startDeal: StartDeal },
  unit: Unit,
  input: { person: Person; right: RightId; way: Way },
): Promise<DealId> {
  const { person, right: id, way } = input
  const { right, state } = await ownRight(unit, person, id)
  const known = await openRedemption(unit, person, id)
  // What is locked goes on the way it was asked for; before that, the way can still be changed.
  const same = state.state === 'held' && known?.way !== way ? undefined : known?.id
  const series = await unit.index.series(right.series)
  if (series?.terms.ways.includes(way) !== true && same === undefined)
    throw new AppError('WAY_NOT_OFFERED')
  // For sale, it could be sold while its good is being fetched: the contract does not lock it.
  if (state.state === 'listed') throw new AppError('RIGHT_FOR_SALE')
  if (same === undefined && state.state !== 'held') throw new AppError('RIGHT_LOCKED')
  const delivery =
    way === 'delivery' ? { address: null, quote: null, askedOf: null, tracking: null } : null
  return deps.startDeal(unit, {
    person,
    same,
    subject: { kind: 'redemption', rights: [id], way, secret: deps.random.secret(), delivery },
  })
}

/** What this person has under way to get the good of a right. */
export async function openRedemption(
  unit: Unit,
  person: Person,
  right: RightId,
): Promise<{ id: DealId; way: Way } | null> {
  const known = await unit.deals.find({ person: person.id, kind: 'redemption', right })
  const found = known.find(({ deal }) => {
    if (deal.stage === 'ended' || deal.stage === 'final') return false
    return deal.facts.type === 'absent' || going.has(deal.facts.outcome)
  })
  if (found?.deal.subject.kind !== 'redemption') return null
  return { id: found.deal.id, way: found.deal.subject.way }
}

const going: ReadonlySet<string> = new Set(['requested', 'accepted', 'shipped', 'disputed'])
