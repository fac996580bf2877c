import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChatId, PersonId } from '../../src/domain/ids.ts'
import type { PhotoOffer } from '../../src/ports/photo-offers.ts'
import { startPruning } from '../../src/store/prune-queues.ts'
import { account, series } from './blocks.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const DAY_MS = 24 * 3600 * 1000
const offer: PhotoOffer = {
  id: '0123456789abcdef',
  person: 7_000_000_001 as PersonId,
  chat: 7_000_000_001 as ChatId,
  series: series('tea'),
  album: null,
  answer: null,
  photos: [
    { fileId: 'file-one', likest: null },
    { fileId: 'file-two', likest: { issuer: account('mei'), number: 'LJ-100' } },
  ],
}

/** What must hold of every `PhotoOffers`. */
export function photoOffersSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const { inUnit } = fresh
  const save = (each: PhotoOffer) => inUnit(({ photoOffers }) => photoOffers.save(each))
  const load = (id = offer.id) => inUnit(({ photoOffers }) => photoOffers.load(id))

  test('an offer is there as it was saved last, with its answer', async () => {
    assert.equal(await load(), null)
    await save({ ...offer, photos: offer.photos.slice(0, 1) })
    await save(offer)
    await save({ ...offer, id: 'fedcba9876543210', photos: [] })

    assert.deepEqual(await load(), offer)
    const answered = {
      ...offer,
      photos: [],
      answer: { next: 'fedcba9876543210', keeping: ['file-one'] },
    }
    await save(answered)
    assert.deepEqual(await load(), answered)
    assert.deepEqual((await load('fedcba9876543210'))?.photos, [])
  })

  test('after a day it is gone, and more photos do not make it younger', async () => {
    const { clock } = fresh.adapter
    await save({ ...offer, photos: offer.photos.slice(0, 1) })
    clock.now += DAY_MS - 1
    await save(offer)
    assert.deepEqual(await load(), offer)
    clock.now += 1
    assert.equal(await load(), null)
  })

  test('what is past its day does not stay in the database', async () => {
    const { adapter } = fresh
    await save(offer)
    adapter.clock.now += DAY_MS
    const now = () => adapter.clock.now
    const onError = (error: unknown) => assert.fail(String(error))
    await startPruning({ db: adapter.db, now, everyMs: DAY_MS, onError }).stop()

    assert.deepEqual(await adapter.rows('photo_offer'), [])
  })

  test('a file id does not lie open, and an offer cannot be moved to another name', async () => {
    await save(offer)
    const rows = await fresh.adapter.rows('photo_offer')
    assert.doesNotMatch(JSON.stringify(rows), /file-one|7000000001/)

    await fresh.adapter.db.updateTable('photo_offer').set({ id: 'moved' }).execute()
    await assert.rejects(load('moved'))
  })
}
