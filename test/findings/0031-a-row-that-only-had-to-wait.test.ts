import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError, toAppError } from '../../src/domain/errors.ts'
import { startInboxWorker } from '../../src/jobs/inbox-worker.ts'
import { type Performed, startOutboxWorker } from '../../src/jobs/outbox-worker.ts'
import type { InboxItem, OutboxItem } from '../../src/ports/store.ts'
import { toStoreError } from '../../src/store/to-store-error.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'

// Rows that had only to wait were thrown away: in the inbox after five tries in fifteen seconds, although the node was away;
// in the outbox when Telegram had asked to wait seven times, or when the database could not be written once.
const quiet = {
  failpoint: () => {},
  onError: () => {},
  afterWork: () => {},
  toError: (thrown: unknown) => toAppError(toStoreError(thrown)),
}
const card: OutboxItem = {
  type: 'card',
  chat: 99 as never,
  key: 'home',
  card: { html: 'x', buttons: [], picture: null },
  placement: 'new',
}

const until = async (isThere: () => boolean | Promise<boolean>, wake: () => void = () => {}) => {
  for (let n = 0; n < 400 && !(await isThere()); n++) {
    wake()
    await pause(5)
  }
  assert.ok(await isThere())
}

test('what waits for a node waits as long as it is away, and everything else is set aside', async () => {
  const { store, clock, rows } = await openSqliteStore()
  const item: InboxItem = { type: 'touched', subjects: [] }
  await store.transaction(async ({ inbox }) => {
    await inbox.add({ key: 'patient', lane: 'a', item })
    await inbox.add({ key: 'hopeless', lane: 'b', item: { type: 'session-ended', topic: 't' } })
  })
  let tries = 0
  let isAway = true
  const worker = startInboxWorker({
    ...quiet,
    store,
    handle: async ({ type }) => {
      if (type !== 'touched') throw new Error('never')
      tries += 1
      if (isAway) throw new AppError('CHAIN_UNREACHABLE')
    },
    giveUp: async () => {},
    now: () => clock.now,
  })
  const pass = () => {
    clock.now += 60_000
    worker.wake()
  }
  await until(() => tries > 20, pass)
  isAway = false
  await until(async () => (await rows('inbox')).every(({ state }) => state !== 'waiting'), pass)
  await worker.stop()

  const states = (await rows('inbox')).map(({ key, state }) => [key, state])
  assert.deepEqual(states, [
    ['patient', 'done'],
    ['hopeless', 'dead'],
  ])
})

test('a card that Telegram made wait often survives one cut', async () => {
  const { store, clock, rows } = await openSqliteStore()
  await store.transaction(({ outbox }) => outbox.add({ key: 'c', lane: 'chat:99', item: card }))
  const answers: (Performed | Error)[] = [
    ...Array.from({ length: 9 }, () => ({ type: 'later', dueAt: 0 }) as const),
    new AppError('TELEGRAM_UNREACHABLE'),
  ]
  const worker = startOutboxWorker({
    ...quiet,
    store,
    perform: async () => {
      const answer = answers.shift() ?? { type: 'nothing' }
      if (answer instanceof Error) throw answer
      return answer
    },
    giveUp: () => ({ type: 'nothing' }),
    now: () => clock.now,
  })
  await until(
    async () => (await rows('outbox'))[0]?.['state'] !== 'waiting',
    () => {
      clock.now += 60_000
      worker.wake()
    },
  )
  await worker.stop()

  assert.equal((await rows('outbox'))[0]?.['state'], 'done')
})

test('a database that cannot be written for a moment buries nothing', async () => {
  const { store, clock, rows } = await openSqliteStore()
  await store.transaction(({ outbox }) => outbox.add({ key: 'c', lane: 'chat:99', item: card }))
  let isFull = false
  let fails = 0
  let isGivenUp = false
  const full = () => Object.assign(new Error('database or disk is full'), { errcode: 13 })
  const worker = startOutboxWorker({
    ...quiet,
    store: {
      ...store,
      transaction: (work) =>
        store.transaction(async (unit) => {
          const result = await work(unit)
          if (isFull) {
            isFull = false
            throw full()
          }
          return result
        }),
    },
    perform: async () => {
      fails += 1
      if (fails < 12) throw full()
      if (fails === 12) isFull = true
      return { type: 'nothing' }
    },
    giveUp: () => {
      isGivenUp = true
      return { type: 'nothing' }
    },
    now: () => clock.now,
  })
  await until(
    async () => (await rows('outbox'))[0]?.['state'] !== 'waiting',
    () => {
      clock.now += 60_000
      worker.wake()
    },
  )
  await worker.stop()

  assert.equal((await rows('outbox'))[0]?.['state'], 'done')
  assert.equal(isGivenUp, false)
  assert.equal(fails, 13)
})
