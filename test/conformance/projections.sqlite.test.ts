import { projectionsSuite } from './projections.suite.ts'
import { openSqliteStore } from './sqlite.ts'

projectionsSuite(() => openSqliteStore())
