import { createSqliteDialect } from '../../src/store/sqlite.ts'
import { openStoreOn, type StoreAdapter } from './store-adapter.ts'

/** Every port of the store on one SQLite database, in memory unless `path` names a file. */
export function openSqliteStore(path = ':memory:'): Promise<StoreAdapter> {
  return openStoreOn(createSqliteDialect(path))
}
