import { randomUUID } from 'node:crypto'
import { isAccount, isSeriesId } from '../../domain/chain-subject.ts'
import {
  type EventBlock,
  foldRight,
  foldSeries,
  type HeldRight,
  type Series,
} from '../../domain/facts.ts'
import type { Failpoint } from '../../domain/failpoint.ts'
import { foldName } from '../../domain/fold-name.ts'
import type { RightId, SeriesId } from '../../domain/ids.ts'
import { fromJson, toJson } from '../../domain/json.ts'
import { productOf } from '../../domain/product-of.ts'
import { unpackRightId } from '../../domain/right-id.ts'
import { unpackRightWord } from '../../domain/right-word.ts'
import {
  isRightEvent,
  isSeriesEvent,
  type RightsEvent,
  subjectOf,
} from '../../domain/rights-event.ts'
import type { ProductRef } from '../../domain/sighting.ts'
import type { FollowedBlock, Projections } from '../../ports/projections.ts'
import type { InboxItem, OutboxItem, Queue } from '../../ports/store.ts'
import { categoryPath, type LineOf } from '../category-path.ts'
import type { Database } from '../database.ts'
import { inTransaction } from '../in-transaction.ts'
import { fileExemplars, forgetPictures, putCataloguePicture } from './catalogue-pictures.ts'
import { touchedRows } from './touched-rows.ts'

type Deps = {
  db: Database
  inbox: (db: Database) => Queue<InboxItem>
  outbox: (db: Database) => Queue<OutboxItem>
  failpoint: Failpoint
  afterWork: () => void
  lineOf: LineOf
}

/** The projections in SQL: a log of decoded events, and the rows that folding it gives. */
export function createProjections(deps: Deps): Projections {
  const { db, lineOf } = deps
  const commit = async (work: (trx: Database) => Promise<void>) => {
    await inTransaction(db, async (trx) => {
      await work(trx)
      deps.failpoint('index:before-commit')
    })
    deps.failpoint('index:after-commit')
    deps.afterWork()
  }
  const touch = async (trx: Database, subjects: string[]) => {
    for (const row of touchedRows(subjects)) {
      // Never a repeat: a block that comes, goes and comes again touches its ids each time.
      await deps.inbox(trx).add({ key: `touched:${randomUUID()}`, ...row })
    }
  }

  const headOf = async (trx: Database) => {
    const row = await trx
      .selectFrom('chain_block')
      .selectAll()
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row === undefined ? null : toBlock(row)
  }

  return {
    head: () => headOf(db),
    async block(number) {
      const row = await db
        .selectFrom('chain_block')
        .selectAll()
        .where('number', '=', number)
        .executeTakeFirst()
      return row === undefined ? null : toBlock(row)
    },
    append: (block) =>
      commit(async (trx) => {
        const { number, hash, parentHash, time, events } = block
        const head = await headOf(trx)
        if (head !== null && (number !== head.number + 1 || parentHash !== head.hash))
          throw new Error(`block ${number} does not follow block ${head.number}`)
        await trx
          .insertInto('chain_block')
          .values({ number, hash, parent_hash: parentHash, block_time: time, final: 0 })
          .execute()
        for (const [index, event] of events.entries()) {
          await trx
            .insertInto('chain_event')
            .values({
              block_number: number,
              log_index: index,
              subject: subjectOf(event),
              party: partyOf(event),
              body: toJson(event),
            })
            .execute()
          await applyEvent(trx, event, block, lineOf)
        }
        await touch(trx, events.map(subjectOf))
      }),
    rollBack: (number) =>
      commit(async (trx) => {
        const gone = await trx
          .selectFrom('chain_event')
          .select(['subject', 'body'])
          .where('block_number', '>', number)
          .execute()
        await trx.deleteFrom('chain_event').where('block_number', '>', number).execute()
        await trx.deleteFrom('chain_block').where('number', '>', number).execute()
        const subjects = new Set(gone.flatMap(({ body }) => touchedBy(fromJson(body))))
        for (const subject of subjects) await rebuild(trx, subject, lineOf)
        const products = gone.flatMap(({ body }) => publishedBy(fromJson(body)))
        for (const product of products) await forgetPictures(trx, deps.outbox(trx), product)
        await touch(trx, [...subjects])
      }),
    finalise: (number) =>
      commit(async (trx) => {
        const events = await trx
          .selectFrom('chain_event')
          .innerJoin('chain_block', 'chain_block.number', 'chain_event.block_number')
          .select('chain_event.subject')
          .where('chain_block.final', '=', 0)
          .where('chain_block.number', '<=', number)
          .execute()
        await trx
          .updateTable('chain_block')
          .set({ final: 1 })
          .where('number', '<=', number)
          .where('final', '=', 0)
          .execute()
        await touch(
          trx,
          events.map(({ subject }) => subject),
        )
      }),
  }
}

/** A mint changes its series too: one more is sold. */
function touchedBy(event: RightsEvent): string[] {
  if (event.type !== 'minted') return [subjectOf(event)]
  return [event.right, unpackRightId(event.right).series]
}

/** The product of which a series was published. */
function publishedBy(event: RightsEvent): ProductRef[] {
  if (event.type !== 'published') return []
  return [{ issuer: event.issuer, number: event.goods.productNumber }]
}

/** The other account an event is looked up by. */
function partyOf(event: RightsEvent): string | null {
  if (event.type === 'contributed') return event.contributor
  return event.type === 'staff-set' ? event.account : null
}

async function applyEvent(
  trx: Database,
  event: RightsEvent,
  block: EventBlock,
  lineOf: LineOf,
): Promise<void> {
  // Staff and waiting money are read from the log itself.
  if (!isRightEvent(event) && !isSeriesEvent(event)) return
  const id = isRightEvent(event) ? unpackRightId(event.right).series : event.series
  const series = foldSeries(await readSeries(trx, id), event)
  if (!isRightEvent(event) || event.type === 'minted')
    await putSeries(trx, series, block.number, lineOf)
  if (series !== null && event.type === 'published')
    await fileExemplars(trx, productOf(series), series.goods.category)
  if (!isRightEvent(event)) return
  const right = foldRight(await readRight(trx, event.right), event, block, series?.terms ?? null)
  await putRight(trx, right, series, block.number)
}

/** Folds everything the log still has about one id. */
async function rebuild(trx: Database, subject: string, lineOf: LineOf): Promise<void> {
  if (isAccount(subject)) return
  const isSeries = isSeriesId(subject)
  await trx
    .deleteFrom(isSeries ? 'series' : 'held_right')
    .where('id', '=', subject)
    .execute()
  const rows = await trx
    .selectFrom('chain_event')
    .innerJoin('chain_block', 'chain_block.number', 'chain_event.block_number')
    .select(['body', 'block_time', 'block_number'])
    .where('subject', isSeries ? 'like' : '=', isSeries ? `${subject}%` : subject)
    .orderBy('block_number')
    .orderBy('log_index')
    .execute()
  const known = isSeries ? null : await readSeries(trx, unpackRightId(subject as RightId).series)
  let series: Series | null = null
  let right: HeldRight | null = null
  const first = Number(rows[0]?.block_number ?? 0)
  let last = 0
  for (const { body, block_number, block_time } of rows) {
    const event = fromJson<RightsEvent>(body)
    last = Number(block_number)
    if (isSeries && (isRightEvent(event) || isSeriesEvent(event)))
      series = foldSeries(series, event)
    else if (isRightEvent(event)) {
      const block = { number: last, time: Number(block_time) }
      right = foldRight(right, event, block, known?.terms ?? null)
    }
  }
  await putSeries(trx, series, first, lineOf)
  await putRight(trx, right, known, last)
}

/** A series keeps the block that published it, because the earliest one owns a short link. */
async function putSeries(
  trx: Database,
  series: Series | null,
  block: number,
  lineOf: LineOf,
): Promise<void> {
  if (series === null) return
  const { issuer, sold, limit, goods } = series
  const row = {
    issuer,
    body: toJson(series),
    sold,
    sale_limit: limit,
    category: goods.category,
    category_path: categoryPath(lineOf, goods.category),
    picture_hash: goods.pictureHash,
    name_key: foldName(goods.name),
    product_number: goods.productNumber,
  }
  await trx
    .insertInto('series')
    .values({ id: series.id, block_number: block, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  await putCataloguePicture(trx, series)
}

async function putRight(
  trx: Database,
  right: HeldRight | null,
  series: Series | null,
  block: number,
): Promise<void> {
  if (right === null) return
  const { owner, state } = unpackRightWord(right.word)
  const burned = ['redeemed', 'refunded', 'lapsed', 'settled'].includes(state) ? 1 : 0
  const row = {
    series_id: right.series,
    holder: owner,
    minted_to: right.mintedTo,
    reference: right.reference,
    tx_hash: right.mintedTx,
    body: toJson(right),
    burned,
    state,
    issuer: series?.issuer ?? '',
    state_key: right.key?.toLowerCase() ?? null,
    came_from: right.came.from,
    block_number: block,
  }
  await trx
    .insertInto('held_right')
    .values({ id: right.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

async function readSeries(db: Database, id: SeriesId): Promise<Series | null> {
  const row = await db.selectFrom('series').select('body').where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : fromJson<Series>(row.body)
}

async function readRight(db: Database, id: RightId): Promise<HeldRight | null> {
  const row = await db
    .selectFrom('held_right')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : fromJson<HeldRight>(row.body)
}

function toBlock(row: {
  number: number
  hash: string
  parent_hash: string
  block_time: number
  final: number
}): FollowedBlock {
  return {
    number: Number(row.number),
    hash: row.hash,
    parentHash: row.parent_hash,
    time: Number(row.block_time),
    isFinal: row.final === 1,
  }
}
