import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { createPhotos, type Photos } from '../../../src/composition/photos.ts'
import { encodeAction } from '../../../src/domain/callback-data.ts'
import type { Card } from '../../../src/domain/card.ts'
import { AppError } from '../../../src/domain/errors.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { canWait } from '../../../src/features/photo/can-wait.ts'
import { productPhotosBot } from '../../../src/features/product-photos/bot.ts'
import { createGallery } from '../../../src/features/product-photos/gallery.ts'
import { questionBot } from '../../../src/features/question/bot.ts'
import { random } from '../../../src/jobs/random.ts'
import type { PictureStore } from '../../../src/ports/pictures.ts'
import type { Unit } from '../../../src/ports/store.ts'
import { loadTaxonomy } from '../../../src/taxonomy/load-taxonomy.ts'
import { createUpdateHandler, type UpdateHandler } from '../../../src/telegram/update-handler.ts'
import { account } from '../../conformance/blocks.ts'
import { createScriptedVision, type ScriptedVision } from '../../support/scripted-vision.ts'
import { offered, openPhotoStage, said } from './photo-stage.ts'

const MEI = 7
const mei = account('mei')
const tea = { issuer: mei, number: 'tea' }
const coin = { address: null, symbol: 'USDC', decimals: 6 }
const taxonomy = loadTaxonomy()
const hash = (sign: string) => `0x${sign.repeat(64)}`

let stage: Awaited<ReturnType<typeof openPhotoStage>>
let vision: ScriptedVision
let photos: Photos
let handle: UpdateHandler
let shown: Map<string, Card>
let files: Map<string, Uint8Array>
let kept: Map<string, Uint8Array>
let updates = 0

beforeEach(async () => {
  stage = await openPhotoStage(offered('tea', { pictureHash: hash('a') }), offered('cup'))
  await bind(MEI)
  vision = createScriptedVision()
  shown = new Map()
  files = new Map()
  kept = new Map([[hash('a'), Uint8Array.of(1, 1, 1, 1)]])
  const pictures: PictureStore = {
    load: async (wanted) => kept.get(wanted) ?? null,
    has: async (wanted) => kept.has(wanted),
    save: async (bytes) => {
      const name = `0x${Buffer.from(bytes).toString('hex')}`
      kept.set(name, bytes)
      return name
    },
    remove: async (wanted) => void kept.delete(wanted),
  }
  const gallery = createGallery(vision)
  const parts = {
    ...said,
    store: stage.store,
    source: { fetch: async (id: string) => files.get(id) ?? assert.fail('no such file') },
    vision,
    gallery,
    pictures,
    taxonomy,
    random,
    coins: () => [coin],
    coinOf: () => coin,
    now: () => stage.clock.now,
    canWait,
    onTrouble: (error: unknown) => assert.fail(String(error)),
  }
  handle = createUpdateHandler({
    token: '1:token',
    apiRoot: 'http://127.0.0.1:9',
    me: { id: 1, is_bot: true, first_name: 'Scrip', username: 'scrip_bot' } as never,
    features: [questionBot(said), productPhotosBot(parts)],
    texts: said.texts,
    coinOf: () => coin,
    onError: () => {},
  })
  photos = createPhotos({ ...parts, handleUpdate: handle })
  await photos.keepExemplars(new AbortController().signal)
})
afterEach(() => stage.close())

function bind(person: number) {
  return stage.store.transaction(({ bindings }) =>
    bindings.bind({
      person: person as PersonId,
      account: mei,
      topic: 't',
      challenge: 'c',
      signature: 's',
    }),
  )
}

/** An update is handled, and everything that follows from it, until nothing waits. */
async function arrives(from: number, part: object): Promise<void> {
  updates += 1
  const user = { id: from, is_bot: false, first_name: 'Somebody', language_code: 'en' }
  const chat = { id: from, type: 'private' as const, first_name: 'Somebody' }
  const message = { message_id: updates, date: 1, chat, from: user }
  const isTap = 'data' in part
  const update = isTap
    ? {
        update_id: updates,
        callback_query: { id: `${updates}`, from: user, chat_instance: '1', message, ...part },
      }
    : { update_id: updates, message: { ...message, ...part } }
  await stage.store.transaction((unit) => handle(update as never, unit))
}

async function settle(): Promise<void> {
  for (let items = await stage.performed(); items.length > 0; items = await stage.performed()) {
    for (const item of items) {
      if (item.type === 'card') shown.set(item.key, item.card)
      else if (item.type === 'look-at-product' || item.type === 'keep-photo') {
        const performed = await photos.perform(item).catch((error) => photos.giveUp(item, error))
        if (performed.type === 'found')
          await inUnit((unit) => photos.tell(unit, performed.item as never))
      } else if (item.type === 'product-photos') await photos.perform(item)
    }
  }
}

const inUnit = <T>(work: (unit: Unit) => Promise<T>) => stage.store.transaction(work)

async function presses(label: RegExp, from = MEI): Promise<void> {
  const buttons = [...shown.values()].flatMap((card) => card.buttons.flat())
  const button = buttons.findLast((each) => label.test(each.label))
  assert.ok(button?.type === 'action', `no button ${label} on ${JSON.stringify([...shown])}`)
  await arrives(from, { data: encodeAction(button.action) })
  await settle()
}

async function sends(name: string, bytes: number[], more: object = {}, from = MEI): Promise<void> {
  files.set(name, Uint8Array.from(bytes))
  await arrives(from, { photo: [{ file_id: name, width: 1, height: 1 }], ...more })
}

async function opens(from = MEI): Promise<void> {
  const series = await inUnit(({ index }) => index.seriesOfProduct(tea))
  const subject = Buffer.from(series[0]?.id.slice(2) ?? '', 'hex').toString('base64url')
  await arrives(from, { data: encodeAction({ name: 'product-photos', subject, version: 0 }) })
  await settle()
}

const last = (pattern: RegExp) => [...shown.values()].findLast(({ html }) => pattern.test(html))
const rows = () => inUnit(({ exemplars }) => exemplars.of(tea))

test('a seller gives photos, several at once, and only after the yes is anything kept', async () => {
  await opens()
  assert.match(last(/recognised by/)?.html ?? '', /one picture[\s\S]*three from a phone/)
  await presses(/Add photos/)
  assert.ok(last(/12 more fit/))
  await sends('one', [1, 1, 1, 9], { media_group_id: 'album' })
  await sends('two', [5, 5, 5, 5], { media_group_id: 'album' })
  await sends('three', [6, 6, 6, 6], { media_group_id: 'album', caption: 'the back' })
  await settle()
  const offer = last(/Keep these/)
  assert.match(offer?.html ?? '', /3 photos[\s\S]*1\. recognised already[\s\S]*2\. like nothing/)
  assert.equal((await rows()).length, 1)
  assert.equal(kept.size, 1)

  await presses(/^Keep$/)
  assert.equal((await rows()).length, 4)
  assert.equal(kept.size, 4)
  assert.equal(vision.gallery.size, 4)
  assert.match(last(/recognised by 4/)?.html ?? '', /a photo of yours: told apart/)
  // A second tap on an older copy of the question keeps nothing twice.
  const again = offer?.buttons.flat().find(({ label }) => label === 'Keep')
  assert.ok(again?.type === 'action')
  await arrives(MEI, { data: encodeAction(again.action) })
  await settle()
  assert.equal((await rows()).length, 4)
})

test('no means no: nothing was kept, and nothing waits', async () => {
  await opens()
  await presses(/Add photos/)
  await sends('one', [5])
  await settle()
  await presses(/^No$/)
  assert.equal(kept.size, 1)
  assert.deepEqual(await stage.rows('photo_offer'), [])
  assert.ok(last(/Nothing was kept/))
})

test('a yes that comes after a day keeps nothing', async () => {
  await opens()
  await presses(/Add photos/)
  await sends('one', [5])
  await settle()
  stage.clock.now += 24 * 3600 * 1000
  await presses(/^Keep$/)
  assert.equal((await rows()).length, 1)
})

test('nobody but the issuer sees the photos, gives any, or says yes for it', async () => {
  const EVE = 8
  await opens(EVE)
  assert.equal(last(/recognised by/), undefined)
  await opens()
  await presses(/Add photos/, EVE)
  await sends('eve', [5], {}, EVE)
  await settle()
  assert.equal(last(/Keep this/), undefined)

  await presses(/Add photos/)
  await sends('one', [5])
  await settle()
  await presses(/^Keep$/, EVE)
  assert.equal((await rows()).length, 1)
  // Nor whoever was the issuer when they sent it, and is not any more.
  await inUnit(({ bindings }) => bindings.unbind(MEI as PersonId, mei))
  await presses(/^Keep$/)
  assert.equal((await rows()).length, 1)
  assert.equal(kept.size, 1)
})

test('what may be taken for something else says for what, and what would help', async () => {
  await inUnit(async ({ exemplars }) => {
    const cup = { product: { issuer: mei, number: 'cup' }, category: 1, givenBy: MEI as PersonId }
    const vectors = { model: 'm1', vectors: Uint8Array.of(5, 5, 5, 5) }
    const id = await exemplars.add({ ...cup, pictureHash: hash('c'), vectors })
    await vision.put([{ id, product: cup.product, category: 1, vectors: vectors.vectors }])
  })
  await opens()
  await presses(/Add photos/)
  for (const [at, bytes] of [
    [5, 5, 5, 4],
    [1, 1, 1, 2],
    [1, 1, 1, 3],
  ].entries())
    await sends(`photo ${at}`, bytes)
  await settle()
  assert.match(last(/Keep these 3/)?.html ?? '', /1\. looks like <b>cup<\/b> too/)
  await presses(/^Keep$/)
  assert.match(
    last(/recognised by 4/)?.html ?? '',
    /may be taken for <b>cup<\/b>[\s\S]*shows the label/,
  )
})

test('a deleted photo is gone at once: row, vectors, gallery and picture', async () => {
  await opens()
  await presses(/Add photos/)
  await sends('one', [5])
  await settle()
  await presses(/^Keep$/)
  assert.equal(vision.gallery.size, 2)
  await presses(/Photo 2/)
  assert.equal(last(/nobody is shown it/)?.picture?.type, 'stored')
  await presses(/Delete/)
  await new Promise(setImmediate)
  assert.deepEqual(
    (await rows()).map(({ kind }) => kind),
    ['catalogue'],
  )
  assert.equal(vision.gallery.size, 1)
  assert.deepEqual([...kept.keys()], [hash('a')])
})

test('twelve photos are enough: the rest of what was sent is left out', async () => {
  await opens()
  await presses(/Add photos/)
  for (let at = 0; at < 14; at += 1) {
    await sends(`photo ${at}`, [9, at])
    await settle()
  }
  assert.match(last(/Keep these/)?.html ?? '', /12 photos[\s\S]*at most twelve/)
  await presses(/^Keep$/)
  assert.equal((await rows()).length, 13)
  assert.equal(
    last(/recognised by 13/)
      ?.buttons.flat()
      .some(({ label }) => /Add/.test(label)),
    false,
  )
})

test('a photo with a code of ours, or that cannot be read, is not offered, and the others are', async () => {
  await opens()
  await presses(/Add photos/)
  vision.shows({ codes: ['https://t.me/scrip_bot?start=qAAAAAAAAAAA'] })
  await sends('code', [5])
  await settle()
  assert.ok(last(/code of mine in this picture/))
  vision.shows(new AppError('PHOTO_UNREADABLE'))
  await sends('broken', [6])
  await settle()
  vision.shows({})
  await sends('good', [7])
  await settle()
  assert.ok(last(/Keep this photo/))
})

test('what can not be fetched any more after the yes is said, and the rest is kept', async () => {
  await opens()
  await presses(/Add photos/)
  await sends('one', [5])
  await sends('two', [6])
  await settle()
  const { keep } = vision
  vision.keep = async (bytes) => {
    if (bytes[0] === 5) throw new AppError('PHOTO_UNREADABLE')
    return keep(bytes)
  }
  await presses(/^Keep$/)
  assert.ok(last(/could not be kept/))
  assert.equal((await rows()).length, 2)
})

test('kept twice, as after a crash, a photo is one', async () => {
  await opens()
  await presses(/Add photos/)
  await sends('one', [5])
  await settle()
  const series = await inUnit(({ index }) => index.seriesOfProduct(tea))
  const photo = {
    chat: MEI as never,
    fileId: 'one',
    series: series[0]?.id as never,
    offer: '0123456789abcdef',
  }
  for (let times = 0; times < 2; times += 1)
    await photos.perform({ type: 'keep-photo', person: MEI as PersonId, photo })
  assert.equal((await rows()).length, 2)
  assert.equal(vision.gallery.size, 2)
})

test('a caption that reads as a product, or holds a link, is no photo of this one', async () => {
  await opens()
  await presses(/Add photos/)
  await sends('other', [5], { caption: 'Cup, 5 USDC, 3' })
  await sends('link', [5], { caption: 'https://t.me/scrip_bot?start=qAAAAAAAAAAA' })
  await settle()
  assert.equal(last(/Keep/), undefined)
})
