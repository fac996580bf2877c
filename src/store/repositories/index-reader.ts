import type { HeldRight, Series } from '../../domain/facts.ts'
import type { Account } from '../../domain/ids.ts'
import { fromJson } from '../../domain/json.ts'
import type { RightsEvent } from '../../domain/rights-event.ts'
import type { Index } from '../../ports/chain-index.ts'
import { categoryPath, type LineOf } from '../category-path.ts'
import type { Database } from '../database.ts'
import { startsWith } from '../starts-with.ts'
import { countsByCategory } from './category-counts.ts'
import { copiedFrom } from './copied-from.ts'
import { createProductReader } from './product-reader.ts'

/** A seller's sums are over all there is; this is far beyond what one offers. */
const MOST_SERIES = 5000

/** The projections, to read. */
export function createIndexReader(db: Database, lineOf: LineOf): Index {
  const toSeries = (row: { body: string } | undefined) =>
    row === undefined ? null : fromJson<Series>(row.body)
  const toRight = (row: { body: string } | undefined) =>
    row === undefined ? null : fromJson<HeldRight>(row.body)
  const toAllSeries = (rows: readonly { body: string }[]) =>
    rows.map(({ body }) => fromJson<Series>(body))
  const toRights = (rows: readonly { body: string }[]) =>
    rows.map(({ body }) => fromJson<HeldRight>(body))
  const rights = () => db.selectFrom('held_right').select('body')
  const logOf = async (subject: Account) => {
    const rows = await db
      .selectFrom('chain_event')
      .select('body')
      .where('subject', '=', subject)
      .orderBy('block_number')
      .orderBy('log_index')
      .execute()
    return rows.map(({ body }) => fromJson<RightsEvent>(body))
  }

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
          .where((where) => startsWith(where, 'id', prefix))
          .orderBy('block_number')
          .orderBy('id')
          .limit(1)
          .executeTakeFirst(),
      ),
    ...createProductReader(db),
    async seriesOf(issuer, limit = MOST_SERIES) {
      const rows = await db
        .selectFrom('series')
        .select('body')
        .where('issuer', '=', issuer)
        .orderBy('block_number', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return toAllSeries(rows)
    },
    async onSale({ issuer, category, offset, limit }) {
      const path = category === undefined ? '' : categoryPath(lineOf, category)
      const query = db
        .selectFrom('series')
        .whereRef('sold', '<', 'sale_limit')
        .$if(issuer !== undefined, (all) => all.where('issuer', '=', issuer ?? ''))
        .$if(path !== '', (all) => all.where((where) => startsWith(where, 'category_path', path)))
      const { total } = await query
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      // Whatever is in a wide category is put in order by the index alone; bodies are read of one page.
      const page = query
        .select('id')
        .orderBy('block_number', 'desc')
        .orderBy('id')
        .offset(offset)
        .limit(limit)
      const rows = await db
        .selectFrom('series')
        .select('body')
        .where('id', 'in', page)
        .orderBy('block_number', 'desc')
        .orderBy('id')
        .execute()
      return { found: toAllSeries(rows), total: Number(total) }
    },
    categories: (issuer) => countsByCategory(db, issuer),
    right: async (id) => toRight(await rights().where('id', '=', id).executeTakeFirst()),
    async rightsIssuedBy(issuer, states, offset = 0) {
      const rows = await rights()
        .where('issuer', '=', issuer)
        .where('state', 'in', states)
        .orderBy('block_number')
        .orderBy('id')
        .offset(offset)
        .limit(100)
        .execute()
      return toRights(rows)
    },
    async liveRights(after, limit) {
      const rows = await rights()
        .where('burned', '=', 0)
        .$if(after !== null, (all) => all.where('id', '>', after ?? ''))
        .orderBy('id')
        .limit(limit)
        .execute()
      return toRights(rows)
    },
    async listedBy(holder, category) {
      const path = category === undefined ? '' : categoryPath(lineOf, category)
      const rows = await rights()
        .where('holder', '=', holder)
        .where('state', '=', 'listed')
        .$if(path !== '', (all) =>
          all.where(({ exists, selectFrom }) =>
            exists(
              selectFrom('series')
                .select('series.id')
                .whereRef('series.id', '=', 'held_right.series_id')
                .where((where) => startsWith(where, 'series.category_path', path)),
            ),
          ),
        )
        .orderBy('block_number', 'desc')
        .orderBy('id')
        .limit(100)
        .execute()
      return toRights(rows)
    },
    async passedOn(accounts, offset = 0) {
      if (accounts.length === 0) return []
      const rows = await rights()
        .where('came_from', 'in', [...accounts])
        .orderBy('block_number', 'desc')
        .orderBy('id')
        .offset(offset)
        .limit(100)
        .execute()
      return toRights(rows)
    },
    copiedFrom: (series) => copiedFrom(db, series),
    async sentTo(reference) {
      // What comes from a link must not become a pattern.
      if (!/^[0-9a-f]{16}$/.test(reference)) return null
      return toRight(
        await rights()
          .where('state', '=', 'sent')
          .where((where) => startsWith(where, 'state_key', `0x${reference}`))
          .limit(1)
          .executeTakeFirst(),
      )
    },
    staffOf: async (issuer) => staffIn(await logOf(issuer)),
    async servedBy(accounts) {
      if (accounts.length === 0) return []
      const rows = await db
        .selectFrom('chain_event')
        .select('body')
        .where('party', 'in', accounts)
        .execute()
      const named = rows.flatMap(({ body }) => {
        const event = fromJson<RightsEvent>(body)
        return event.type === 'staff-set' ? [event.issuer] : []
      })
      const served: Account[] = []
      for (const issuer of new Set(named)) {
        const staff = staffIn(await logOf(issuer))
        if (staff.some((each) => accounts.includes(each))) served.push(issuer)
      }
      return served
    },
    async contributionsOf(contributors) {
      if (contributors.length === 0) return []
      const rows = await db
        .selectFrom('chain_event')
        .innerJoin('chain_block', 'chain_block.number', 'chain_event.block_number')
        .select(['body', 'block_time'])
        .where('party', 'in', contributors)
        .orderBy('block_number')
        .orderBy('log_index')
        .execute()
      return rows.flatMap(({ body, block_time }) => {
        const event = fromJson<RightsEvent>(body)
        return event.type === 'contributed' ? [{ ...event, at: Number(block_time) }] : []
      })
    },
    async creditsOf(owner) {
      const sums = new Map<Account | null, bigint>()
      for (const event of await logOf(owner)) {
        if (event.type !== 'credited') continue
        sums.set(event.currency, (sums.get(event.currency) ?? 0n) + event.amount)
      }
      return [...sums].flatMap(([currency, amount]) => (amount > 0n ? [{ currency, amount }] : []))
    },
    async rightsOf(holders, offset = 0, limit = 100) {
      if (holders.length === 0) return { found: [], total: 0 }
      const query = db.selectFrom('held_right').where('holder', 'in', [...holders])
      const { total } = await query
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await query
        .select('body')
        .orderBy('burned')
        .orderBy('block_number', 'desc')
        .orderBy('id')
        .offset(offset)
        .limit(limit)
        .execute()
      return { found: toRights(rows), total: Number(total) }
    },
    async mintedUnder(reference, series, account) {
      const rows = await rights()
        .where('reference', '=', reference)
        // A reference is only a word: whoever mints may write any.
        .where('series_id', '=', series)
        .where('minted_to', '=', account)
        // Serials grow with every sale; a block number would be that of the last change.
        .orderBy('id')
        .limit(100)
        .execute()
      return toRights(rows)
    },
    async mintedWithout(series, account) {
      const rows = await rights()
        .where('series_id', '=', series)
        .where('minted_to', '=', account)
        .where('reference', 'is', null)
        .orderBy('id')
        .limit(100)
        .execute()
      return toRights(rows)
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

/** Who serves after all that an issuer said, in order. */
function staffIn(log: readonly RightsEvent[]): Account[] {
  const staff = new Set<Account>()
  for (const event of log) {
    if (event.type !== 'staff-set') continue
    if (event.isStaff) staff.add(event.account)
    else staff.delete(event.account)
  }
  return [...staff]
}
