import { type Deal, fullStage } from '../../domain/deal/deal.ts'
import { rightsOf, seriesNamed } from '../../domain/deal/subject.ts'
import type { Account, DealId } from '../../domain/ids.ts'
import { fromJson, toJson } from '../../domain/json.ts'
import type { Deals, StoredDeal } from '../../ports/store.ts'
import type { Database } from '../database.ts'
import type { Seal } from '../seal.ts'

const MOST_FOUND = 200
/** Stages whose time is one of the chain's. */
const BY_CHAIN = ['done', 'offered'] satisfies Deal['stage'][]

/** Deals in SQL. The state is sealed: it holds pairing links and pick-up secrets. */
export function createDeals(db: Database, seal: Seal, now: () => number): Deals {
  const columns = (deal: Deal) => ({
    kind: deal.subject.kind,
    person_id: deal.person.id,
    stage: fullStage(deal),
    series_id: seriesNamed(deal.subject) ?? seriesCame(deal),
    right_id: rightsIn(deal)[0] ?? null,
    paid_for: deal.subject.kind === 'purchase' ? (deal.subject.paidFor?.deal ?? null) : null,
    account: deal.account,
    asked_of: askedOf(deal),
    state: seal.close(`deal:${deal.id}`, toJson(deal)),
    updated_at: now(),
  })
  const opened = (row: {
    id: string
    version: number
    state: string
    created_at: number
  }): StoredDeal => ({
    deal: fromJson<Deal>(seal.open(`deal:${row.id}`, row.state)),
    version: row.version,
    createdAt: Number(row.created_at),
  })
  /** A name stays once given: a deal whose block was taken back still hears of its right. */
  const nameRights = async (deal: Deal) => {
    for (const right of rightsIn(deal)) {
      await db
        .insertInto('right_of_deal')
        .values({ right_id: right, deal_id: deal.id })
        .onConflict((conflict) => conflict.columns(['right_id', 'deal_id']).doNothing())
        .execute()
    }
  }
  return {
    async add(deal) {
      await db
        .insertInto('deal')
        .values({ id: deal.id, version: 0, wake_at: null, created_at: now(), ...columns(deal) })
        .execute()
      await nameRights(deal)
    },
    async load(id) {
      const row = await db
        .selectFrom('deal')
        .select(['id', 'version', 'state', 'created_at'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : opened(row)
    },
    async save(deal, version, wakeAt) {
      const result = await db
        .updateTable('deal')
        .set({ version: version + 1, wake_at: wakeAt, ...columns(deal) })
        .where('id', '=', deal.id)
        .where('version', '=', version)
        .executeTakeFirst()
      if (result.numUpdatedRows !== 1n) return false
      await nameRights(deal)
      return true
    },
    async find({ person, kind, series, right, account, paidFor, askedOf }) {
      const rows = await db
        .selectFrom('deal')
        .select(['id', 'version', 'state', 'created_at'])
        .$if(person !== undefined, (query) => query.where('person_id', '=', person ?? 0))
        .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'binding'))
        .$if(series !== undefined, (query) => query.where('series_id', '=', series ?? ''))
        .$if(paidFor !== undefined, (query) => query.where('paid_for', '=', paidFor ?? ''))
        .$if(askedOf !== undefined, (query) => query.where('asked_of', '=', askedOf ?? ''))
        .$if(right !== undefined, (query) =>
          query.where('id', 'in', (named) =>
            named
              .selectFrom('right_of_deal')
              .select('deal_id')
              .where('right_id', '=', right ?? ''),
          ),
        )
        .$if(account !== undefined, (query) => query.where('account', '=', account ?? ''))
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(MOST_FOUND)
        .execute()
      return rows.map(opened)
    },
    async naming(right) {
      const named = () =>
        db
          .selectFrom('deal')
          .innerJoin('right_of_deal', 'right_of_deal.deal_id', 'deal.id')
          .select('deal.id')
          .where('right_of_deal.right_id', '=', right)
          .orderBy('created_at', 'desc')
          .orderBy('deal.id')
      const acting = await named().where('account', 'is not', null).execute()
      const looking = await named().where('account', 'is', null).limit(MOST_FOUND).execute()
      return [...acting, ...looking].map(({ id }) => id as DealId)
    },
    async due(nowSeconds, limit, chainTime = nowSeconds) {
      const rows = await db
        .selectFrom('deal')
        .select(['id', 'version'])
        .where('wake_at', '<=', Math.max(nowSeconds, chainTime))
        .where((where) =>
          where.or([
            where.and([where('stage', 'in', BY_CHAIN), where('wake_at', '<=', chainTime)]),
            where.and([where('stage', 'not in', BY_CHAIN), where('wake_at', '<=', nowSeconds)]),
          ]),
        )
        .orderBy('wake_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(({ id, version }) => ({ id: id as DealId, version }))
    },
    async sleep(id, version) {
      await db
        .updateTable('deal')
        .set({ wake_at: null })
        .where('id', '=', id)
        .where('version', '=', version)
        .execute()
    },
  }
}

/** Whose answer a delivery waits for: until the right is locked, or the request taken back. */
function askedOf({ subject, facts, stage }: Deal): Account | null {
  if (subject.kind !== 'redemption' || facts.type !== 'absent' || stage === 'ended') return null
  return subject.delivery?.askedOf ?? null
}

/** The series that a deal published. */
function seriesCame({ facts }: Deal): string | null {
  return facts.type === 'absent' ? null : (facts.series ?? null)
}

/** The rights a deal names, and those that came of it. */
function rightsIn(deal: Deal): string[] {
  const came = deal.facts.type === 'absent' ? [] : deal.facts.rights
  return [...new Set([...rightsOf(deal.subject), ...came])]
}
