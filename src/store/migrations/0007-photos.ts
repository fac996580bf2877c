import { type Kysely, sql } from 'kysely'
import type { Series } from '../../domain/facts.ts'
import { fromJson } from '../../domain/json.ts'
import { neverReused, serialType } from '../column-types.ts'

/**
 * What photos are answered from: products by their numbers, the pictures they are recognised by, which space a chat is in,
 * and photos that wait for a yes.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema.alterTable('series').addColumn('product_number', 'text').execute()
  const { rows } = await sql<{ id: string; body: string }>`select id, body from series`.execute(db)
  for (const { id, body } of rows) {
    const { goods } = fromJson<Series>(body)
    await sql`update series set product_number = ${goods.productNumber} where id = ${id}`.execute(
      db,
    )
  }
  await schema
    .createIndex('series_product')
    .on('series')
    .columns(['product_number', 'issuer'])
    .execute()

  await schema
    .createTable('exemplar')
    .addColumn('id', serialType(db), (c) => neverReused(db, c.primaryKey()))
    .addColumn('issuer', 'text', (c) => c.notNull())
    .addColumn('product_number', 'text', (c) => c.notNull())
    .addColumn('picture_hash', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('category', 'bigint', (c) => c.notNull())
    .addColumn('given_by', 'bigint')
    .addColumn('model', 'text')
    .addColumn('vectors', 'blob')
    .addColumn('wanted_at', 'bigint')
    .addColumn('added_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('exemplar_picture', ['issuer', 'product_number', 'picture_hash'])
    .execute()
  // Every picture on chain is one by which its product may be recognised.
  await sql`insert into exemplar (issuer, product_number, picture_hash, kind, category, wanted_at, added_at)
    select issuer, product_number, picture_hash, 'catalogue', min(category), 0, 0 from series
    where picture_hash is not null group by issuer, product_number, picture_hash`.execute(db)
  await schema.createIndex('exemplar_model').on('exemplar').columns(['model', 'id']).execute()
  await schema.createIndex('exemplar_wanted').on('exemplar').column('wanted_at').execute()
  await schema.createIndex('exemplar_hash').on('exemplar').column('picture_hash').execute()

  await schema
    .createTable('chat_space')
    .addColumn('chat_id', 'bigint', (c) => c.primaryKey())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('shown_at', 'bigint', (c) => c.notNull())
    .execute()

  await schema
    .createTable('photo_offer')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('offered_at', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('photo_offer_age').on('photo_offer').column('offered_at').execute()
}
