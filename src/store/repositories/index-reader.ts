import type { HeldRight, Series } from '../../domain/facts.ts'
import { fromJson } from '../../domain/json.ts'
import type { Index } from '../../ports/store.ts'
import type { Database } from '../database.ts'

/** The projections, to read. */
export function createIndexReader(db: Database): Index {
  const toSeries = (row: { body: string } | undefined) =>
    row === undefined ? null : fromJson<Series>(row.body)
  const toRight = (row: { body: string } | undefined) =>
    row === undefined ? null : fromJson<HeldRight>(row.body)
  const rights = () => db.selectFrom('held_right').select('body')

  return {
    series: async (id) =>
      toSeries(
        await db.selectFrom('series').select('body').where('id', '=', id).executeTakeFirst(),
      ),
    seriesByPrefix: async (prefix) =>
      toSeries(
        await db
          .selectFrom('series')
          .select('body')
          .where('id', 'like', `${prefix}%`)
          .orderBy('block_number')
          .orderBy('id')
          .limit(1)
          .executeTakeFirst(),
      ),
    async seriesOf(issuer) {
      const rows = await db
        .selectFrom('series')
        .select('body')
        .where('issuer', '=', issuer)
        .orderBy('block_number')
        .orderBy('id')
        .limit(100)
        .execute()
      return rows.map((row) => fromJson<Series>(row.body))
    },
    right: async (id) => toRight(await rights().where('id', '=', id).executeTakeFirst()),
    async rightsOf(holders) {
      if (holders.length === 0) return []
      const rows = await rights()
        .where('holder', 'in', holders)
        .orderBy('burned')
        .orderBy('block_number', 'desc')
        .orderBy('id')
        .limit(100)
        .execute()
      return rows.map((row) => fromJson<HeldRight>(row.body))
    },
    mintedBy: async (reference, account) =>
      toRight(
        await rights()
          .where('reference', '=', reference)
          .where('minted_to', '=', account)
          // Serials grow with every sale; a block number would be that of the last change.
          .orderBy('id')
          .limit(1)
          .executeTakeFirst(),
      ),
    async mintedWithout(series, account) {
      const rows = await rights()
        .where('series_id', '=', series)
        .where('minted_to', '=', account)
        .where('reference', 'is', null)
        .orderBy('id')
        .limit(100)
        .execute()
      return rows.map((row) => fromJson<HeldRight>(row.body))
    },
    async head() {
      const row = await db
        .selectFrom('chain_block')
        .select(['number', 'block_time'])
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      const final = await db
        .selectFrom('chain_block')
        .select('number')
        .where('final', '=', 1)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      return {
        number: Number(row?.number ?? 0),
        time: Number(row?.block_time ?? 0),
        finalNumber: Number(final?.number ?? -1),
      }
    },
  }
}
