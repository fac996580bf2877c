import assert from 'node:assert/strict'
import { test } from 'node:test'
import { photoProblemCard } from '../../src/cards/photo-card.ts'
import { AppError, toAppError } from '../../src/domain/errors.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import { type Performed, startOutboxWorker } from '../../src/jobs/outbox-worker.ts'
import type { OutboxItem, Unit } from '../../src/ports/store.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'

const photo = { chat: 7, fileId: 'f', caption: '', card: 'c' }
const readPhoto = { type: 'read-photo', person: 7, photo } as OutboxItem
const keepPhoto = { type: 'keep-photo', person: 7, photo } as unknown as OutboxItem

async function work(
  add: (outbox: Unit['outbox']) => Promise<void>,
  perform: (clock: { now: number }) => Promise<Performed>,
) {
  const { store, db } = await openSqliteStore()
  const clock = { now: 1_000_000 }
  const givenUp: { after: number; code: string }[] = []
  const over = Promise.withResolvers<void>()
  await store.transaction(({ outbox }) => add(outbox))
  const worker = startOutboxWorker({
    store,
    perform: () => perform(clock),
    giveUp: (_item, { code }) => {
      givenUp.push({ after: clock.now - 1_000_000, code })
      over.resolve()
      return { type: 'nothing' }
    },
    toError: toAppError,
    failpoint: () => {},
    now: () => clock.now,
    onError: () => {},
    afterWork: () => {
      // A minute at most is rested; the clock need not be waited for.
      clock.now += 1000
      setImmediate(() => worker.wake())
    },
  })
  const beat = setInterval(() => {
    clock.now += 500
    worker.wake()
  }, 2)
  return {
    over: over.promise,
    givenUp,
    async stop() {
      clearInterval(beat)
      await worker.stop()
      const rows = await db.selectFrom('outbox').select('body').execute()
      await store.close()
      return rows.map(({ body }) => body)
    },
  }
}

// Eight attempts with up to a minute between them: for six minutes the chat said "Looking at the picture…".
test('whoever sent a photo hears within half a minute that it cannot be had', async () => {
  const { over, givenUp, stop } = await work(
    (outbox) => outbox.add({ key: 'p', lane: 'photo:7', item: readPhoto }),
    async () => {
      throw new AppError('TELEGRAM_UNREACHABLE')
    },
  )
  await over
  const bodies = await stop()
  // What leads to a picture was set aside with everything in it, for ever.
  assert.deepEqual(bodies, [''])
  assert.deepEqual([givenUp.length, givenUp[0]?.code], [1, 'TELEGRAM_UNREACHABLE'])
  assert.ok((givenUp[0]?.after ?? 0) < 30_000, `${givenUp[0]?.after} ms`)
})

test('an attempt that took long is the last one', async () => {
  let attempts = 0
  const { over, stop } = await work(
    (outbox) => outbox.add({ key: 'p', lane: 'photo:7', item: readPhoto }),
    async (clock) => {
      attempts += 1
      clock.now += 15_000
      throw new AppError('TELEGRAM_UNREACHABLE')
    },
  )
  await over
  await stop()
  assert.equal(attempts, 2)
})

// Sixteen photos of 20 MB were fetched at once, and sixteen more for the gallery, before anything bounded them.
test('four photos are in memory at once, and two that are kept', async () => {
  let atOnce = 0
  const free = Promise.withResolvers<void>()
  const { stop } = await work(
    async (outbox) => {
      for (let at = 0; at < 20; at += 1) {
        await outbox.add({ key: `p${at}`, lane: `photo:${at}`, item: readPhoto })
        await outbox.add({ key: `k${at}`, lane: `gallery:${at}`, item: keepPhoto })
      }
    },
    async () => {
      atOnce += 1
      await free.promise
      return { type: 'nothing' }
    },
  )
  await new Promise((resolve) => setTimeout(resolve, 300))
  assert.equal(atOnce, 6)
  free.resolve()
  await stop()
})

test('what took too long is no crowd, and money was never in question', () => {
  const { texts } = loadTexts('locales')
  const told = photoProblemCard(texts('en'), 'PHOTO_TOO_SLOW').html
  assert.match(told, /took too long[\s\S]*Nothing of it was kept/)
  for (const code of ['PHOTO_TOO_SLOW', 'PHOTO_UNREADABLE', 'LINK_BROKEN', 'UNEXPECTED'] as const)
    assert.doesNotMatch(photoProblemCard(texts('en'), code).html, /money/i)
})
