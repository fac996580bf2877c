import type { Kysely } from 'kysely'

/** How often a picture could not be looked at, so that one that never comes is looked for ever more rarely. */
export async function up({ schema }: Kysely<never>): Promise<void> {
  await schema
    .alterTable('exemplar')
    .addColumn('tries', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
}
