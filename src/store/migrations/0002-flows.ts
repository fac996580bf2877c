import type { Kysely } from 'kysely'

/** What sending, resale, delivery, selling and staff need. Engine-neutral, as the first. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  for (const column of ['state', 'issuer', 'state_key', 'came_from']) {
    await schema.alterTable('held_right').addColumn(column, 'text').execute()
  }
  await schema.createIndex('right_issuer').on('held_right').columns(['issuer', 'state']).execute()
  await schema.createIndex('right_key').on('held_right').column('state_key').execute()
  await schema.alterTable('series').addColumn('category', 'integer').execute()
  await schema.alterTable('series').addColumn('sale_limit', 'integer').execute()
  await schema.createIndex('series_category').on('series').columns(['category']).execute()

  // The other account of an event: contributor, member of staff.
  await schema.alterTable('chain_event').addColumn('party', 'text').execute()
  await schema.createIndex('chain_event_party').on('chain_event').column('party').execute()

  await schema.alterTable('deal').addColumn('paid_for', 'text').execute()
  await schema.createIndex('deal_paid_for').on('deal').column('paid_for').execute()
  await schema
    .createTable('right_of_deal')
    .addColumn('right_id', 'text', (c) => c.notNull())
    .addColumn('deal_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('right_of_deal_key', ['right_id', 'deal_id'])
    .execute()

  await schema
    .createTable('question')
    .addColumn('person_id', 'bigint', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .execute()
  await schema
    .createTable('draft')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person_id', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .execute()
  await schema
    .createTable('desk')
    .addColumn('issuer', 'text', (c) => c.notNull())
    .addColumn('person_id', 'bigint', (c) => c.notNull())
    .addColumn('added_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('desk_key', ['issuer', 'person_id'])
    .execute()
  await schema
    .createTable('invitation')
    .addColumn('secret_hash', 'text', (c) => c.primaryKey())
    .addColumn('issuer', 'text', (c) => c.notNull())
    .addColumn('used_by', 'bigint')
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute()
  await schema
    .createTable('post')
    .addColumn('inline_message_id', 'text', (c) => c.primaryKey())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('person_id', 'bigint', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('content_hash', 'text')
    .addColumn('posted_at', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('post_subject').on('post').column('subject').execute()
  await schema.createIndex('binding_account').on('binding').column('account').execute()
}
