import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { AppError } from '../../src/domain/errors.ts'
import type { OutboxItem } from '../../src/ports/store.ts'
import { hash, openSellerStage, type SellerStage } from '../unit/features/seller-stage.ts'

let stage: SellerStage
beforeEach(async () => {
  stage = await openSellerStage()
  await stage.opens()
})
afterEach(() => stage.close())

/** Says yes to one photo; the item that keeps it waits. */
async function saysYes(): Promise<OutboxItem[]> {
  await stage.presses(/Add photos/)
  await stage.sends('one', [5])
  await stage.settle()
  await stage.taps(/^Keep$/)
  return stage.waits()
}

// The row was there, the seller was told that it was not kept, and nobody put it into the gallery until the next start.
test('a photo that is kept while the gallery fails is kept, and found as soon as it works again', async () => {
  const { put } = stage.vision
  stage.vision.put = async () => {
    throw new Error('the process ended')
  }
  for (const item of await saysYes()) await stage.performs(item)
  await stage.settle()
  stage.vision.put = put

  assert.equal(stage.last(/could not be kept/), undefined)
  assert.deepEqual([(await stage.exemplars()).length, stage.vision.gallery.size], [2, 1])
  assert.deepEqual(stage.troubles, ['UNEXPECTED'])
  await stage.photos.keepExemplars(new AbortController().signal)
  assert.equal(stage.vision.gallery.size, 2)
})

// Killed before the item was done, it was performed again, and the photo was there again although it had been deleted since.
test('what was deleted does not come back when its keeping is performed once more', async () => {
  const items = await saysYes()
  for (const item of items) await stage.performs(item)
  await stage.settle()
  await stage.presses(/Delete/)
  for (const item of items) if (item.type === 'keep-photo') await stage.performs(item)
  await stage.settle()
  assert.equal((await stage.exemplars()).length, 1)
  assert.deepEqual([...stage.kept.keys()], [hash('a')])
})

// The file went after the commit, in memory: a bot that died there left it for ever, for whoever knew its name.
test('the file of a deleted photo goes by an item of the outbox, which outlives the bot', async () => {
  for (const item of await saysYes()) await stage.performs(item)
  await stage.settle()
  await stage.taps(/Delete/)
  const waiting = await stage.waits()
  assert.equal(waiting.filter(({ type }) => type === 'forget-picture').length, 1)
  assert.equal(stage.kept.size, 2)
  // Twice, as after a crash.
  for (const item of [...waiting, ...waiting]) await stage.performs(item)
  assert.deepEqual([stage.kept.size, stage.vision.gallery.size], [1, 1])
})

// "Comparing pictures…" stayed for ever.
test('pictures that cannot be compared are said to be so, with a way to try again', async () => {
  for (const item of await saysYes()) await stage.performs(item)
  await stage.settle()
  const { nearest } = stage.vision
  stage.vision.nearest = async () => {
    throw new AppError('VISION_BUSY')
  }
  await stage.opens()
  assert.ok(stage.last(/could not be compared/))
  stage.vision.nearest = nearest
  await stage.presses(/Photos/)
  assert.ok(stage.last(/2 pictures to recognise it by/))
})

// Every seller of one picture was told that it may be taken for whatever else was there, however unlike it is.
test('one picture alone is taken for nothing, and no other product is named that it is not surely taken for', async () => {
  const product = { ...(await stage.exemplars())[0]?.product, number: 'cup' }
  const cup = { product: product as never, category: 1, givenBy: 7 as never }
  const vectors = { model: 'm1', vectors: Uint8Array.of(1, 8, 8, 8) }
  const id = await stage.inUnit(({ exemplars }) =>
    exemplars.add({ ...cup, pictureHash: hash('c'), vectors }),
  )
  await stage.vision.put([{ id, product: cup.product, category: 1, vectors: vectors.vectors }])
  await stage.opens()
  const { html } = stage.last(/one picture to recognise it by/) ?? { html: '' }
  assert.match(html, /the only one/)
  assert.doesNotMatch(html, /cup/)

  for (const item of await saysYes()) await stage.performs(item)
  await stage.settle()
  const both = stage.last(/2 pictures to recognise it by/) ?? { html: '' }
  assert.match(both.html, /1\. the picture on the chain: not told apart for sure/)
  assert.doesNotMatch(both.html, /cup/)
})
