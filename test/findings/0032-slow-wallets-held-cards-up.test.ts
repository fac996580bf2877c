import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toAppError } from '../../src/domain/errors.ts'
import { startOutboxWorker } from '../../src/jobs/outbox-worker.ts'
import type { OutboxItem } from '../../src/ports/store.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'

// Sixteen things at once, of whatever kind: while the relay was away sixteen links to wallets, or sixteen photos, stopped
// every card of everybody.
test('as many slow wallets as there may be hold no card up', { timeout: 5000 }, async () => {
  const { store, clock } = await openSqliteStore()
  const slow = { type: 'end-session', topic: 't' } as OutboxItem
  const card: OutboxItem = {
    type: 'card',
    chat: 99 as never,
    key: 'home',
    card: { html: 'x', buttons: [], picture: null },
    placement: 'new',
  }
  await store.transaction(async ({ outbox }) => {
    for (let n = 0; n < 40; n++) await outbox.add({ key: `${n}`, lane: `relay:${n}`, item: slow })
    await outbox.add({ key: 'card', lane: 'chat:99', item: card })
  })
  const relay = Promise.withResolvers<void>()
  const shown = Promise.withResolvers<void>()
  let atOnce = 0
  const worker = startOutboxWorker({
    store,
    perform: async ({ type }) => {
      if (type === 'card') shown.resolve()
      else {
        atOnce += 1
        await relay.promise
      }
      return { type: 'nothing' }
    },
    giveUp: () => ({ type: 'nothing' }),
    toError: toAppError,
    failpoint: () => {},
    now: () => clock.now,
    onError: () => {},
    afterWork: () => {},
  })
  await shown.promise
  assert.equal(atOnce, 16)
  relay.resolve()
  await worker.stop()
})
