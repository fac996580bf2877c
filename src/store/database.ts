import { type Dialect, Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { withSameColumnTypes } from './column-types.ts'
import { up as core } from './migrations/0001-core.ts'
import { up as flows } from './migrations/0002-flows.ts'
import { up as relay } from './migrations/0003-relay.ts'
import { up as finishedAt } from './migrations/0004-finished-at.ts'
import { up as askedOf } from './migrations/0005-asked-of.ts'
import { up as spaces } from './migrations/0006-spaces.ts'
import { up as photos } from './migrations/0007-photos.ts'
import { up as categoryTree } from './migrations/0008-category-tree.ts'
import { up as exemplarTries } from './migrations/0009-exemplar-tries.ts'
import type { Schema } from './schema.ts'

/** The typed connection every repository works on, or a transaction of it. */
export type Database = Kysely<Schema>

/** Applied in the order of their names, each once. A change of a table is a new one. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-core': { up: core },
  '0002-flows': { up: flows },
  '0003-relay': { up: relay },
  '0004-finished-at': { up: finishedAt },
  '0005-asked-of': { up: askedOf },
  '0006-spaces': { up: spaces },
  '0007-photos': { up: photos },
  '0008-category-tree': { up: categoryTree },
  '0009-exemplar-tries': { up: exemplarTries },
}

/** Opens the database and brings its tables up to date. @throws Error when a migration fails; nothing is half applied. */
export async function openDatabase(dialect: Dialect): Promise<Database> {
  const database = new Kysely<Schema>({ dialect })
  const migrator = new Migrator({
    db: withSameColumnTypes(database),
    provider: { getMigrations: async () => MIGRATIONS },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) {
    await database.destroy()
    throw error instanceof Error ? error : new Error('migration failed', { cause: error })
  }
  return database
}
