import { type Kysely, sql } from 'kysely'
import type { Series } from '../../domain/facts.ts'
import { foldName } from '../../domain/fold-name.ts'
import { fromJson } from '../../domain/json.ts'
import { serialType } from '../column-types.ts'

/** What spaces need: numbers of contributors, whose goods were published first, and when a wallet session was used last. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('contributor')
    .addColumn('number', serialType(db), (c) => c.primaryKey())
    .addColumn('account', 'text', (c) => c.notNull().unique())
    .execute()

  for (const column of ['picture_hash', 'name_key']) {
    await schema.alterTable('series').addColumn(column, 'text').execute()
  }
  await schema.createIndex('series_picture').on('series').column('picture_hash').execute()
  await schema.createIndex('series_name').on('series').column('name_key').execute()
  const { rows } = await sql<{ id: string; body: string }>`select id, body from series`.execute(db)
  for (const { id, body } of rows) {
    const { goods } = fromJson<Series>(body)
    const name = foldName(goods.name)
    await sql`update series set picture_hash = ${goods.pictureHash}, name_key = ${name} where id = ${id}`.execute(
      db,
    )
  }
  await schema.createIndex('right_came_from').on('held_right').column('came_from').execute()

  await schema.alterTable('binding').addColumn('used_at', 'bigint').execute()
  await sql`update binding set used_at = bound_at`.execute(db)
  await schema.createIndex('binding_topic').on('binding').column('topic').execute()
}
