import type { Kysely } from 'kysely'
import { serialType } from '../column-types.ts'

/** The first tables. Written for SQLite and PostgreSQL alike: integers, text, and nothing of one engine only. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  const serial = serialType(db)

  for (const queue of ['inbox', 'outbox']) {
    await schema
      .createTable(queue)
      .addColumn('id', serial, (c) => c.primaryKey())
      .addColumn('key', 'text', (c) => c.notNull().unique())
      .addColumn('lane', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('due_at', 'bigint', (c) => c.notNull())
      .addColumn('added_at', 'bigint', (c) => c.notNull())
      .execute()
    await schema.createIndex(`${queue}_turn`).on(queue).columns(['state', 'lane', 'id']).execute()
  }

  await schema
    .createTable('deal')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('person_id', 'bigint', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('series_id', 'text')
    .addColumn('right_id', 'text')
    .addColumn('account', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('wake_at', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('deal_wake').on('deal').column('wake_at').execute()
  await schema.createIndex('deal_person').on('deal').columns(['person_id', 'kind']).execute()
  await schema.createIndex('deal_series').on('deal').columns(['series_id', 'account']).execute()
  await schema.createIndex('deal_right').on('deal').column('right_id').execute()

  await schema
    .createTable('person')
    .addColumn('id', 'bigint', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('reachable', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()

  await schema
    .createTable('binding')
    .addColumn('person_id', 'bigint', (c) => c.notNull())
    .addColumn('chain_id', 'integer', (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('signature', 'text', (c) => c.notNull())
    .addColumn('challenge', 'text', (c) => c.notNull())
    .addColumn('topic', 'text')
    .addColumn('bound_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('binding_key', ['person_id', 'chain_id', 'account'])
    .execute()

  await schema
    .createTable('card')
    .addColumn('chat_id', 'bigint', (c) => c.notNull())
    .addColumn('card_key', 'text', (c) => c.notNull())
    .addColumn('message_id', 'bigint', (c) => c.notNull())
    .addColumn('form', 'text', (c) => c.notNull())
    .addColumn('picture_id', 'text')
    .addColumn('content_hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('card_place', ['chat_id', 'card_key'])
    .execute()

  await schema
    .createTable('chain_block')
    .addColumn('number', 'bigint', (c) => c.primaryKey())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('parent_hash', 'text', (c) => c.notNull())
    .addColumn('block_time', 'bigint', (c) => c.notNull())
    .addColumn('final', 'integer', (c) => c.notNull())
    .execute()

  await schema
    .createTable('chain_event')
    .addColumn('block_number', 'bigint', (c) => c.notNull())
    .addColumn('log_index', 'integer', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('chain_event_place', ['block_number', 'log_index'])
    .execute()
  await schema.createIndex('chain_event_subject').on('chain_event').column('subject').execute()

  await schema
    .createTable('series')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('issuer', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('sold', 'integer', (c) => c.notNull())
    .addColumn('block_number', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('series_issuer').on('series').column('issuer').execute()

  await schema
    .createTable('held_right')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('series_id', 'text', (c) => c.notNull())
    .addColumn('holder', 'text', (c) => c.notNull())
    .addColumn('minted_to', 'text', (c) => c.notNull())
    .addColumn('reference', 'text')
    .addColumn('tx_hash', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('burned', 'integer', (c) => c.notNull())
    .addColumn('block_number', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('right_holder').on('held_right').column('holder').execute()
  await schema.createIndex('right_reference').on('held_right').column('reference').execute()
  await schema
    .createIndex('right_series')
    .on('held_right')
    .columns(['series_id', 'minted_to'])
    .execute()

  await schema
    .createTable('wallet_pairing')
    .addColumn('attempt', 'text', (c) => c.primaryKey())
    .addColumn('pairing_topic', 'text', (c) => c.notNull().unique())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute()

  await schema
    .createTable('wallet_request')
    .addColumn('prompt', 'text', (c) => c.primaryKey())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('method', 'text', (c) => c.notNull())
    .addColumn('params_hash', 'text', (c) => c.notNull())
    .addColumn('request_id', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('answer', 'text')
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute()

  await schema
    .createTable('key_value')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
}
