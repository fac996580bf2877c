import { openSqliteStore } from './sqlite.ts'
import { storeConformance } from './store-suites.ts'

storeConformance('SQLite', () => openSqliteStore())
