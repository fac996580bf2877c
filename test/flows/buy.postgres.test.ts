import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { buyAndPickUp } from '../support/buy-story.ts'
import { type PostgresServer, postgresSkip, startPostgres } from '../support/postgres.ts'

const skip = postgresSkip()

let server: PostgresServer | undefined
let database: Client | undefined
let sandbox: Sandbox | undefined
const lines: string[] = []
before(async () => {
  if (skip !== false) return
  server = await startPostgres()
  const url = await server.create()
  database = new Client({ connectionString: url })
  await database.connect()
  const environment = { ...process.env, SCRIP_DATABASE: url, SCRIP_VERBOSE: '1' }
  sandbox = await openSandbox(environment, (line) => lines.push(line))
})
after(async () => {
  await sandbox?.close()
  await database?.end()
  await server?.close()
})

test('a stranger buys and picks up from a bot whose database is PostgreSQL', { skip }, async () => {
  assert.ok(sandbox && database)
  await buyAndPickUp(sandbox)

  // That the bot was really there, and no statement failed on the way.
  const { rows } = await database.query('select kind, stage from deal order by created_at')
  const finished = rows.map(({ kind, stage }) => `${kind} ${stage}`)
  for (const kind of ['purchase', 'redemption', 'handover']) {
    assert.ok(
      finished.some((each) => new RegExp(`^${kind} (done|final)$`).test(each)),
      kind,
    )
  }
  // What the chain or Telegram did not answer at once is tried again, as ever.
  const failed = lines.filter((line) => /UNEXPECTED|a step failed|DeprecationWarning/.test(line))
  assert.deepEqual(failed, [])
})
