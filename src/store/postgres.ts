import { PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'

/** Enough for every lane that has something to write; the rest wait for a free one. */
const MOST_CONNECTIONS = 10
const CONNECT_MS = 30_000

/**
 * kysely's PostgreSQL dialect over a pool of connections to `url`. What SQLite gives as a number comes as a number here too:
 * an `int8` that is none exactly is an error and never a wrong amount.
 */
export function createPostgresDialect(url: string): PostgresDialect {
  return new PostgresDialect({ pool: async () => openPool(url) })
}

function openPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'scrip',
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    types: { getTypeParser },
  })
  // A connection that is cut says so as an event, which would end the process; whoever uses it next hears it as an error.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const getTypeParser: typeof types.getTypeParser = (oid, format) =>
  oid === types.builtins.INT8 && format !== 'binary'
    ? toSafeNumber
    : types.getTypeParser(oid, format)

function toSafeNumber(digits: string): number {
  const number = Number(digits)
  if (!Number.isSafeInteger(number)) throw new RangeError('an int8 outside what a number holds')
  return number
}
