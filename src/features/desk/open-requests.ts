import type { OpenRequest } from '../../cards/requests-card.ts'
import { desksOf } from '../../deals/desk-people.ts'
import { rightNow } from '../../deals/happened.ts'
import { deliveryOf } from '../../deals/request-view.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import type { HeldRight, Series } from '../../domain/facts.ts'
import type { Account } from '../../domain/ids.ts'
import type { WordState } from '../../domain/right-word.ts'
import type { Person, Unit } from '../../ports/store.ts'

const STATES = [
  'requested-pick-up',
  'requested-delivery',
  'accepted-pick-up',
  'accepted-delivery',
  'shipped',
  'disputed',
] as const satisfies WordState[]

const A_READ = 100
/** What ran out stays written on chain, so that the living may stand behind it; beyond that many nobody looks. */
const MOST_READS = 10

/** The order among those without the same deadline: who waits for the desk, then what the desk may do, then what goes by itself. */
const rank = { asked: 0, requested: 1, accepted: 1, disputed: 1, complete: 2, shipped: 3 } as const

/** Everything that waits at the desks a person is at, the most urgent first. */
export async function openRequests(unit: Unit, person: Person): Promise<OpenRequest[]> {
  const found: OpenRequest[] = []
  for (const issuer of await desksOf(unit, person)) {
    found.push(...(await asked(unit, issuer)), ...(await onChain(unit, issuer)))
  }
  const end = (each: OpenRequest) => each.until ?? 0
  return found.toSorted((one, other) => rank[one.kind] - rank[other.kind] || end(one) - end(other))
}

/** Deliveries whose price a holder asks for. An answer that still stands waits for the holder, not for the desk. */
async function asked(unit: Unit, issuer: Account): Promise<OpenRequest[]> {
  const found = new Map<string, OpenRequest>()
  for (const { deal } of await unit.deals.find({ askedOf: issuer })) {
    if (deal.subject.kind !== 'redemption') continue
    const [id] = deal.subject.rights
    const now = id === undefined ? null : await rightNow(unit, id)
    if (now === null || (now.state.state !== 'held' && now.state.state !== 'listed')) continue
    const quote = deal.subject.delivery?.quote ?? null
    if (quote !== null && now.time < quote.expiry) continue
    const isLatest = (await deliveryOf(unit, now))?.deal.id === deal.id
    const series = isLatest ? await unit.index.series(now.right.series) : null
    const { right } = now
    if (series !== null) found.set(right.id, { right, series, kind: 'asked', until: null })
  }
  return [...found.values()]
}

async function onChain(unit: Unit, issuer: Account): Promise<OpenRequest[]> {
  const { time } = await unit.index.head()
  const known = new Map<string, Series | null>()
  const found: OpenRequest[] = []
  for (let read = 0; read < MOST_READS; read++) {
    const rights = await unit.index.rightsIssuedBy(issuer, STATES, read * A_READ)
    for (const right of rights) {
      const kind = kindOf(right, time)
      if (kind === null) continue
      if (!known.has(right.series)) known.set(right.series, await unit.index.series(right.series))
      const series = known.get(right.series) ?? null
      if (series !== null) found.push({ right, series, ...kind })
    }
    if (rights.length < A_READ) break
  }
  return found
}

function kindOf(right: HeldRight, time: number): Pick<OpenRequest, 'kind' | 'until'> | null {
  const state = effectiveState(right.word, time)
  if (state === null) return null
  const { until } = state
  switch (state.state) {
    case 'requested':
    case 'accepted':
    case 'disputed':
      return { kind: state.state, until }
    case 'shipped':
      return until !== null && time >= until
        ? { kind: 'complete', until: null }
        : { kind: 'shipped', until }
    default:
      return null
  }
}
