import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

// grammY's HttpError holds the address it asked, token and all, in the error inside it, and the log serialises nested
// errors: each hiccup of the network wrote the token down. The wallet edge logged `error`, which pino writes as `{}`.
const TOKEN = '123456789:AAHsecretSECRETsecretSECRETsecret_x-y'
const NOBODY = 'http://127.0.0.1:9'

const run = (code: string) => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: process.cwd(),
    encoding: 'utf8',
  })
  return `${stdout}${stderr}`
}

test('a network that fails writes no token into the log', () => {
  const said = run(`
    import { Api } from 'grammy'
    import { createLog } from './src/observability/log.ts'
    import { AppError } from './src/domain/errors.ts'
    const log = createLog({ level: 'info' })
    const api = new Api('${TOKEN}', { apiRoot: '${NOBODY}' })
    const err = await api.getMe().catch((error) => error)
    log.error({ err }, 'a step failed')
    log.warn({ err: new AppError('TELEGRAM_UNREACHABLE', { cause: err }), deep: [{ err }] }, String(err.error))
    log.child({ topic: 't' }).warn({ err: new Error('${NOBODY}/file/bot${TOKEN}/x') })
    log.error({ err: new TypeError('what went wrong') }, 'a wallet event was not recorded')
  `)
  assert.match(said, /getMe/)
  assert.match(said, /what went wrong/)
  for (const line of said.trim().split('\n')) JSON.parse(line)
  assert.ok(!said.includes('AAHsecret'), said)
})

test('a bot that cannot start writes no token either', () => {
  const { stderr, status } = spawnSync(process.execPath, ['src/main.ts'], {
    cwd: process.cwd(),
    encoding: 'utf8',
    env: {
      ...process.env,
      SCRIP_BOT_TOKEN: TOKEN,
      SCRIP_BOT_API: NOBODY,
      SCRIP_SITE: NOBODY,
      SCRIP_KEY: '00'.repeat(32),
      SCRIP_RPC: NOBODY,
      SCRIP_CHAIN_ID: '1',
      SCRIP_CHAIN_NAME: 'x',
      SCRIP_NATIVE_SYMBOL: 'X',
      SCRIP_RIGHTS: `0x${'11'.repeat(20)}`,
      SCRIP_DATABASE: ':memory:',
      SCRIP_RELAY: 'ws://127.0.0.1:9',
      SCRIP_PROJECT_ID: 'x',
    },
  })
  assert.equal(status, 1)
  assert.match(stderr, /getMe|HttpError/)
  assert.ok(!stderr.includes('AAHsecret'), stderr)
})
