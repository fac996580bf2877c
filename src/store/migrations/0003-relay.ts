import type { Kysely } from 'kysely'

/** The relayer's calls, and every transaction it signed for them. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('relay_call')
    .addColumn('chain_id', 'integer', (c) => c.notNull())
    .addColumn('relay_key', 'text', (c) => c.notNull())
    .addColumn('person_id', 'bigint', (c) => c.notNull())
    .addColumn('receiver', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('sender', 'text', (c) => c.notNull())
    .addColumn('nonce', 'integer', (c) => c.notNull())
    .addColumn('gas', 'text', (c) => c.notNull())
    .addColumn('cost_wei', 'text', (c) => c.notNull())
    .addColumn('cost_day', 'integer', (c) => c.notNull())
    .addColumn('added_day', 'integer', (c) => c.notNull())
    .addColumn('included', 'text')
    .addColumn('settled', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('relay_call_key', ['chain_id', 'relay_key'])
    .addUniqueConstraint('relay_call_nonce', ['chain_id', 'sender', 'nonce'])
    .execute()
  await schema
    .createIndex('relay_call_cost')
    .on('relay_call')
    .columns(['chain_id', 'cost_day'])
    .execute()
  await schema
    .createIndex('relay_call_settled')
    .on('relay_call')
    .columns(['chain_id', 'settled'])
    .execute()

  await schema
    .createTable('relay_transaction')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('chain_id', 'integer', (c) => c.notNull())
    .addColumn('relay_key', 'text', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('raw', 'text', (c) => c.notNull())
    .addColumn('max_fee_wei', 'text', (c) => c.notNull())
    .addColumn('tip_wei', 'text', (c) => c.notNull())
    .addColumn('signed_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('relay_transaction_place', ['chain_id', 'relay_key', 'place'])
    .execute()
}
