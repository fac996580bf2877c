import { type Kysely, sql } from 'kysely'

/** When a row of a queue was finished, so that its key can go once no repeat can come any more. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const queue of ['inbox', 'outbox']) {
    await db.schema.alterTable(queue).addColumn('finished_at', 'bigint').execute()
    // The nearest that is known of rows finished earlier.
    await sql`update ${sql.table(queue)} set finished_at = due_at where state <> 'waiting'`.execute(
      db,
    )
    await db.schema.createIndex(`${queue}_finished`).on(queue).column('finished_at').execute()
  }
}
