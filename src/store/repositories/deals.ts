import { type Deal, fullStage } from '../../domain/deal/deal.ts'
import type { DealId } from '../../domain/ids.ts'
import { fromJson, toJson } from '../../domain/json.ts'
import type { Deals, StoredDeal } from '../../ports/store.ts'
import type { Database } from '../database.ts'
import type { Seal } from '../seal.ts'

/** Deals in SQL. The state is sealed: it holds pairing links and pick-up secrets. */
export function createDeals(db: Database, seal: Seal, now: () => number): Deals {
  const columns = (deal: Deal) => ({
    kind: deal.subject.kind,
    person_id: deal.person.id,
    stage: fullStage(deal),
    series_id: deal.subject.kind === 'purchase' ? deal.subject.series : null,
    right_id: rightOf(deal),
    account: deal.account,
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
  return {
    async add(deal) {
      await db
        .insertInto('deal')
        .values({ id: deal.id, version: 0, wake_at: null, created_at: now(), ...columns(deal) })
        .execute()
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
      return result.numUpdatedRows === 1n
    },
    async find({ person, kind, series, right, account }) {
      const rows = await db
        .selectFrom('deal')
        .select(['id', 'version', 'state', 'created_at'])
        .$if(person !== undefined, (query) => query.where('person_id', '=', person ?? 0))
        .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'binding'))
        .$if(series !== undefined, (query) => query.where('series_id', '=', series ?? ''))
        .$if(right !== undefined, (query) => query.where('right_id', '=', right ?? ''))
        .$if(account !== undefined, (query) => query.where('account', '=', account ?? ''))
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(200)
        .execute()
      return rows.map(opened)
    },
    async due(nowSeconds, limit) {
      const rows = await db
        .selectFrom('deal')
        .select(['id', 'version'])
        .where('wake_at', '<=', nowSeconds)
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

function rightOf(deal: Deal): string | null {
  if (deal.subject.kind === 'redemption' || deal.subject.kind === 'handover')
    return deal.subject.right
  return deal.facts.type === 'absent' ? null : deal.facts.right
}
