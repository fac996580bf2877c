import type { Kysely } from 'kysely'

/** Whose answer a delivery waits for, so that a desk finds what is asked of it before anything is on chain. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema.alterTable('deal').addColumn('asked_of', 'text').execute()
  await schema.createIndex('deal_asked_of').on('deal').column('asked_of').execute()
}
