import { type Dialect, Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { up } from './migrations/0001-core.ts'
import type { Schema } from './schema.ts'

/** The typed connection every repository works on, or a transaction of it. */
export type Database = Kysely<Schema>

/** Opens the database and brings its tables up to date. @throws Error when a migration fails; nothing is half applied. */
export async function openDatabase(dialect: Dialect): Promise<Database> {
  const database = new Kysely<Schema>({ dialect })
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => ({ '0001-core': { up } }) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) {
    await database.destroy()
    throw error instanceof Error ? error : new Error('migration failed', { cause: error })
  }
  return database
}
