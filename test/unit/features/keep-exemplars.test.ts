import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError } from '../../../src/domain/errors.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { createGallery } from '../../../src/features/product-photos/gallery.ts'
import { createKeepExemplars } from '../../../src/features/product-photos/keep-exemplars.ts'
import { account } from '../../conformance/blocks.ts'
import { createScriptedVision } from '../../support/scripted-vision.ts'
import { offered, openPhotoStage } from './photo-stage.ts'

const hash = (sign: string) => `0x${sign.repeat(64)}`
const running = new AbortController().signal
const tea = { issuer: account('mei'), number: 'tea' }

/** A stage with two products that have pictures, and somebody who keeps the gallery. */
async function setUp() {
  const stage = await openPhotoStage(
    offered('tea', { pictureHash: hash('a') }),
    offered('cup', { pictureHash: hash('b') }),
    offered('plain'),
  )
  const files = new Map([[hash('a'), Uint8Array.of(1)]])
  const asked: string[] = []
  const troubles: string[] = []
  const start = (model = 'm1') => {
    const vision = createScriptedVision(model)
    const gallery = createGallery(vision)
    const keep = createKeepExemplars({
      store: stage.store,
      vision,
      gallery,
      pictures: {
        load: async (wanted) => {
          asked.push(wanted)
          return files.get(wanted) ?? null
        },
      },
      now: () => stage.clock.now,
      onTrouble: ({ code }) => troubles.push(code),
    })
    const numbers = () => [...vision.gallery.values()].map(({ product }) => product.number).sort()
    return { vision, gallery, keep, numbers }
  }
  return { ...stage, files, asked, troubles, start }
}

test('what is published is found as soon as its picture was looked at', async () => {
  const { start, asked, files, clock, append, close } = await setUp()
  const { keep, numbers } = start()
  await keep(running)
  assert.deepEqual(numbers(), ['tea'])

  // The other picture is not here: it is not asked for again for ten minutes.
  files.set(hash('b'), Uint8Array.of(2))
  clock.now += 9 * 60_000
  await keep(running)
  assert.equal(asked.filter((each) => each === hash('b')).length, 1)
  clock.now += 60_000
  await keep(running)
  assert.deepEqual(numbers(), ['cup', 'tea'])

  files.set(hash('c'), Uint8Array.of(3))
  await append(offered('mug', { pictureHash: hash('c') }))
  await keep(running)
  assert.deepEqual(numbers(), ['cup', 'mug', 'tea'])
  await close()
})

test('a picture that never comes is looked for ever more rarely, and at least every week', async () => {
  const { start, asked, clock, close } = await setUp()
  const { keep } = start()
  const times: number[] = []
  const begun = clock.now
  // The store of a busy shop is not asked once a minute for years here either: five weeks, by the ten minutes.
  for (let at = 0; at < 5 * 7 * 144; at += 1) {
    const before = asked.filter((each) => each === hash('b')).length
    await keep(running)
    if (asked.filter((each) => each === hash('b')).length > before)
      times.push((clock.now - begun) / 600_000)
    clock.now += 600_000
  }
  assert.deepEqual(times.slice(0, 6), [0, 1, 3, 7, 15, 31])
  const rests = times.map((time, at) => time - (times[at - 1] ?? 0))
  assert.equal(Math.max(...rests), 7 * 144)
  await close()
})

test('what was deleted in the store alone, while it was looked at, is put in no more', async () => {
  const { start, store, close } = await setUp()
  const { keep, vision, numbers } = start()
  const { vectorsOf } = vision
  vision.vectorsOf = async (bytes) => {
    await store.transaction(async ({ exemplars }) => {
      for (const { id } of await exemplars.of(tea)) await exemplars.remove(id)
    })
    return vectorsOf(bytes)
  }
  await keep(running)
  assert.deepEqual(numbers(), [])
  await close()
})

test('after a restart all is there again, and nothing is looked at twice', async () => {
  const { start, asked, close } = await setUp()
  await start().keep(running)
  asked.length = 0
  const { keep, numbers } = start()
  await keep(running)

  assert.deepEqual(numbers(), ['tea'])
  assert.deepEqual(asked, [])
  await close()
})

test('another model makes everything anew, while what it has not seen yet is not compared', async () => {
  const { start, store, close } = await setUp()
  await start().keep(running)
  const { keep, vision, numbers } = start('m2')
  vision.shows(new AppError('VISION_BUSY'))
  await keep(running)
  assert.deepEqual(numbers(), [])
  vision.shows({})
  await keep(running)

  assert.deepEqual(numbers(), ['tea'])
  const seen = await store.transaction(({ exemplars }) => exemplars.seen(tea, 'm2'))
  assert.equal(seen.length, 1)
  await close()
})

test('a picture that cannot be read rests, and the others do not wait for it', async () => {
  const { start, files, troubles, close } = await setUp()
  files.set(hash('b'), Uint8Array.of(2))
  const { keep, vision, numbers } = start()
  const vectorsOf = vision.vectorsOf
  vision.vectorsOf = (bytes) => {
    if (bytes[0] === 1) throw new AppError('PHOTO_UNREADABLE')
    return vectorsOf(bytes)
  }
  await keep(running)

  assert.deepEqual([numbers(), troubles], [['cup'], ['PHOTO_UNREADABLE']])
  await close()
})

test('what is deleted while it is looked at does not come back', async () => {
  const { start, store, files, close } = await setUp()
  const { keep, vision, gallery, numbers } = start()
  const [exemplar] = await store.transaction(({ exemplars }) => exemplars.of(tea))
  assert.ok(exemplar)
  const remove = async () => {
    await store.transaction(({ exemplars }) => exemplars.remove(exemplar.id))
    await gallery.drop([exemplar.id])
  }
  // Once before it was learnt, and once between that and the gallery.
  const { vectorsOf } = vision
  vision.vectorsOf = async (bytes) => {
    const vectors = await vectorsOf(bytes)
    await remove()
    return vectors
  }
  await keep(running)
  assert.deepEqual(numbers(), [])

  files.set(hash('b'), Uint8Array.of(2))
  await gallery.put([{ id: exemplar.id, product: tea, category: 1, vectors: Uint8Array.of(1) }])
  assert.deepEqual(numbers(), [])
  await close()
})

test('a photo that was given is loaded too, and a stop is heeded at once', async () => {
  const { start, store, close } = await setUp()
  await store.transaction(({ exemplars }) =>
    exemplars.add({
      product: tea,
      pictureHash: hash('d'),
      category: 1,
      givenBy: 7 as PersonId,
      vectors: { model: 'm1', vectors: Uint8Array.of(4) },
    }),
  )
  const stopped = start()
  await stopped.keep(AbortSignal.abort())
  assert.deepEqual(stopped.numbers(), [])
  const { keep, vision } = start()
  await keep(running)
  assert.deepEqual(vision.gallery.size, 2)
  await close()
})
