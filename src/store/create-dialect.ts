import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Dialect } from 'kysely'
import { createPostgresDialect } from './postgres.ts'
import { createSqliteDialect } from './sqlite.ts'

/** Is this a PostgreSQL address, rather than a file? */
export function isPostgresUrl(location: string): boolean {
  return /^postgres(ql)?:\/\//.test(location)
}

/**
 * The engine behind a location: PostgreSQL for a `postgres://` URL, else SQLite in that file, whose folder is made. The
 * rest of the store does not know which one it is.
 */
export function createDialect(location: string): Dialect {
  if (isPostgresUrl(location)) return createPostgresDialect(location)
  mkdirSync(dirname(location), { recursive: true })
  return createSqliteDialect(location)
}
