import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { encodeAction } from '../../../src/domain/callback-data.ts'
import { AppError } from '../../../src/domain/errors.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { hash, MEI, mei, openSellerStage, type SellerStage } from './seller-stage.ts'

let stage: SellerStage
beforeEach(async () => {
  stage = await openSellerStage()
})
afterEach(() => stage.close())

test('a seller gives photos, several at once, and only after the yes is anything kept', async () => {
  await stage.opens()
  assert.match(stage.last(/to recognise it by/)?.html ?? '', /one picture[\s\S]*three from a phone/)
  await stage.presses(/Add photos/)
  assert.ok(stage.last(/12 more fit/))
  await stage.sends('one', [1, 1, 1, 9], { media_group_id: 'album' })
  await stage.sends('two', [5, 5, 5, 5], { media_group_id: 'album' })
  await stage.sends('three', [6, 6, 6, 6], { media_group_id: 'album', caption: 'the back' })
  await stage.settle()
  const offer = stage.last(/Keep these/)
  assert.match(offer?.html ?? '', /3 photos[\s\S]*1\. like its other[\s\S]*2\. unlike its other/)
  assert.equal((await stage.exemplars()).length, 1)
  assert.equal(stage.kept.size, 1)

  await stage.presses(/^Keep$/)
  assert.equal((await stage.exemplars()).length, 4)
  assert.equal(stage.kept.size, 4)
  assert.equal(stage.vision.gallery.size, 4)
  assert.match(
    stage.last(/4 pictures to recognise it by/)?.html ?? '',
    /a photo of yours: told apart/,
  )
  // A second tap on an older copy of the question keeps nothing twice.
  const again = offer?.buttons.flat().find(({ label }) => label === 'Keep')
  assert.ok(again?.type === 'action')
  await stage.arrives(MEI, { data: encodeAction(again.action) })
  await stage.settle()
  assert.equal((await stage.exemplars()).length, 4)
})

test('no means no: nothing was kept, and nothing waits', async () => {
  await stage.opens()
  await stage.presses(/Add photos/)
  await stage.sends('one', [5])
  await stage.settle()
  await stage.presses(/Do not keep/)
  assert.equal(stage.kept.size, 1)
  const drawn = stage.messages.find(({ card }) => /Nothing was kept/.test(card.html))
  const offer = await stage.inUnit(({ photoOffers }) =>
    photoOffers.load(drawn?.key.replace('photo-offer:', '') ?? ''),
  )
  assert.deepEqual([offer?.photos, offer?.answer?.keeping], [[], []])
  assert.ok(stage.last(/Nothing was kept/))
})

test('a yes that comes after a day keeps nothing', async () => {
  await stage.opens()
  await stage.presses(/Add photos/)
  await stage.sends('one', [5])
  await stage.settle()
  stage.clock.now += 24 * 3600 * 1000
  await stage.presses(/^Keep$/)
  assert.equal((await stage.exemplars()).length, 1)
})

test('nobody but the issuer sees the photos, gives any, or says yes for it', async () => {
  const EVE = 8
  await stage.opens(EVE)
  assert.equal(stage.last(/to recognise it by/), undefined)
  await stage.opens()
  await stage.presses(/Add photos/, EVE)
  await stage.sends('eve', [5], {}, EVE)
  await stage.settle()
  assert.equal(stage.last(/Keep this/), undefined)

  await stage.presses(/Add photos/)
  await stage.sends('one', [5])
  await stage.settle()
  await stage.presses(/^Keep$/, EVE)
  assert.equal((await stage.exemplars()).length, 1)
  // Nor whoever was the issuer when they sent it, and is not any more.
  await stage.inUnit(({ bindings }) => bindings.unbind(MEI as PersonId, mei))
  await stage.presses(/^Keep$/)
  assert.equal((await stage.exemplars()).length, 1)
  assert.equal(stage.kept.size, 1)
})

test('what may be taken for something else says for what, and what would help', async () => {
  await stage.inUnit(async ({ exemplars }) => {
    const cup = { product: { issuer: mei, number: 'cup' }, category: 1, givenBy: MEI as PersonId }
    const vectors = { model: 'm1', vectors: Uint8Array.of(5, 5, 5, 5) }
    const id = await exemplars.add({ ...cup, pictureHash: hash('c'), vectors })
    await stage.vision.put([{ id, product: cup.product, category: 1, vectors: vectors.vectors }])
  })
  await stage.opens()
  await stage.presses(/Add photos/)
  for (const [at, bytes] of [
    [5, 5, 5, 4],
    [1, 1, 1, 2],
    [1, 1, 1, 3],
  ].entries())
    await stage.sends(`photo ${at}`, bytes)
  await stage.settle()
  assert.match(
    stage.last(/Keep these 3/)?.html ?? '',
    /1\. unlike its other pictures, and like <b>cup<\/b>/,
  )
  await stage.presses(/^Keep$/)
  assert.match(
    stage.last(/4 pictures to recognise it by/)?.html ?? '',
    /may be taken for <b>cup<\/b>[\s\S]*shows the label/,
  )
})

test('a deleted photo is gone at once: row, vectors, gallery and picture', async () => {
  await stage.opens()
  await stage.presses(/Add photos/)
  await stage.sends('one', [5])
  await stage.settle()
  await stage.presses(/^Keep$/)
  assert.equal(stage.vision.gallery.size, 2)
  await stage.presses(/Photo 2/)
  assert.equal(stage.last(/nobody is shown it/)?.picture?.type, 'stored')
  await stage.presses(/Delete/)
  await new Promise(setImmediate)
  assert.deepEqual(
    (await stage.exemplars()).map(({ kind }) => kind),
    ['catalogue'],
  )
  assert.equal(stage.vision.gallery.size, 1)
  assert.deepEqual([...stage.kept.keys()], [hash('a')])
})

test('twelve photos are enough: the rest of what was sent is left out', async () => {
  await stage.opens()
  await stage.presses(/Add photos/)
  for (let at = 0; at < 14; at += 1) {
    await stage.sends(`photo ${at}`, [9, at])
    await stage.settle()
  }
  assert.match(stage.last(/Keep these/)?.html ?? '', /12 photos[\s\S]*at most twelve/)
  await stage.presses(/^Keep$/)
  assert.equal((await stage.exemplars()).length, 13)
  assert.equal(
    stage
      .last(/13 pictures to recognise it by/)
      ?.buttons.flat()
      .some(({ label }) => /Add/.test(label)),
    false,
  )
})

test('a photo that cannot be read is not offered, and the others are', async () => {
  await stage.opens()
  await stage.presses(/Add photos/)
  stage.vision.shows(new AppError('PHOTO_UNREADABLE'))
  await stage.sends('broken', [6])
  await stage.settle()
  stage.vision.shows({})
  await stage.sends('good', [7])
  await stage.settle()
  assert.ok(stage.last(/Keep this photo/))
})

test('what can not be fetched any more after the yes is said, and the rest is kept', async () => {
  await stage.opens()
  await stage.presses(/Add photos/)
  await stage.sends('one', [5])
  await stage.sends('two', [6])
  await stage.settle()
  const { keep } = stage.vision
  stage.vision.keep = async (bytes) => {
    if (bytes[0] === 5) throw new AppError('PHOTO_UNREADABLE')
    return keep(bytes)
  }
  await stage.presses(/^Keep$/)
  assert.ok(stage.last(/could not be kept/))
  assert.equal((await stage.exemplars()).length, 2)
})

test('kept twice, as after a crash, a photo is one', async () => {
  await stage.opens()
  await stage.presses(/Add photos/)
  await stage.sends('one', [5])
  await stage.settle()
  await stage.taps(/^Keep$/)
  const keeping = (await stage.waits()).filter(({ type }) => type === 'keep-photo')
  assert.equal(keeping.length, 1)
  for (const item of [...keeping, ...keeping]) await stage.performs(item)
  assert.equal((await stage.exemplars()).length, 2)
  assert.equal(stage.vision.gallery.size, 2)
})

test('a caption that reads as a product, or holds a link, is no photo of this one', async () => {
  await stage.opens()
  await stage.presses(/Add photos/)
  await stage.sends('other', [5], { caption: 'Cup, 5 USDC, 3' })
  await stage.sends('link', [5], { caption: 'https://t.me/scrip_bot?start=qAAAAAAAAAAA' })
  await stage.settle()
  assert.equal(stage.last(/Keep/), undefined)
})
