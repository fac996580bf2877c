import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'

/**
 * Lets kysely's SQLite dialect, which expects better-sqlite3, run on Node's own `node:sqlite`: no compiler,
 * no binary to fetch. WAL, so that readers do not wait for a writer; a commit is on disk before it is answered.
 * `path` is a file or `:memory:`.
 */
export function createSqliteDialect(path: string): SqliteDialect {
  return new SqliteDialect({ database: async () => openSqlite(path) })
}

function openSqlite(path: string): SqliteDatabase {
  const sqlite = new DatabaseSync(path)
  sqlite.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000',
  )
  return {
    close: () => sqlite.close(),
    prepare: (sql) => toKyselyStatement(sqlite.prepare(sql)),
  }
}

type Statement = ReturnType<DatabaseSync['prepare']>

function toKyselyStatement(statement: Statement): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
  return {
    // A statement that names result columns is a query; node:sqlite has no flag for it.
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
    run: (parameters) => {
      const { changes, lastInsertRowid } = statement.run(...values(parameters))
      return { changes, lastInsertRowid }
    },
  }
}
