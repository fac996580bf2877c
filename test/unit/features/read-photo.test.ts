import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError } from '../../../src/domain/errors.ts'
import type { ChatId, PersonId } from '../../../src/domain/ids.ts'
import { canWait } from '../../../src/features/photo/can-wait.ts'
import { createReadPhoto } from '../../../src/features/photo/read-photo.ts'
import { account } from '../../conformance/blocks.ts'
import { createScriptedVision } from '../../support/scripted-vision.ts'
import { openPhotoStage, said } from './photo-stage.ts'

const ben = 7 as PersonId
const chat = 7 as ChatId
const coin = { address: null, symbol: 'USDC', decimals: 6 }
const caption = 'Longjing, 12 USDC, 5'
const photo = { chat, fileId: 'f', caption: '', card: 'c' }

function setUp() {
  const vision = createScriptedVision()
  const kept: Uint8Array[] = []
  const readPhoto = createReadPhoto({
    ...said,
    vision,
    source: { fetch: async () => Uint8Array.of(1, 2, 3) },
    pictures: {
      load: async () => null,
      has: async () => false,
      remove: async () => {},
      save: async (bytes) => {
        kept.push(bytes)
        return '0xhash'
      },
    },
    coins: () => [coin],
    spaceOf: async () => account('mei'),
  })
  return { vision, kept, readPhoto }
}

test('a photo is looked at in the chat’s space, and not kept', async () => {
  const { vision, kept, readPhoto } = setUp()
  vision.shows({ numbers: ['4006381333931'] })
  const found = await readPhoto(ben, photo)

  assert.deepEqual(found.sighting?.numbers, ['4006381333931'])
  assert.equal(vision.asked?.space, account('mei'))
  assert.equal(found.hash, null)
  assert.equal(kept.length, 0)
  // Nor is a picture made that nobody keeps: it would hold up the answer.
  assert.equal(vision.kept.length, 0)
})

test('what is ours is a link of ours, whole or damaged, and nothing of anybody else', async () => {
  const { vision, readPhoto } = setUp()
  await readPhoto(ben, photo)
  const isOurs = (code: string) => vision.asked?.isOurs(code)

  assert.equal(isOurs('https://t.me/scrip_bot?start=qAAAAAAAAAAA'), true)
  assert.equal(isOurs('https://t.me/scrip_bot?start=damaged'), true)
  assert.equal(isOurs('https://scrip.example/t/qAAAAAAAAAAA'), true)
  assert.equal(isOurs('https://t.me/other_bot?start=qAAAAAAAAAAA'), false)
  assert.equal(isOurs('https://evil.example'), false)
})

test('a product’s photo is kept, also with its maker’s code on it, but not with a code of ours', async () => {
  const { vision, kept, readPhoto } = setUp()
  vision.shows({ codes: ['https://maker.example'] })
  assert.equal((await readPhoto(ben, { ...photo, caption })).hash, '0xhash')
  vision.shows({ codes: ['https://t.me/scrip_bot?start=qAAAAAAAAAAA'] })
  assert.equal((await readPhoto(ben, { ...photo, caption })).hash, null)
  assert.equal(kept.length, 1)
  assert.equal(vision.kept.length, 1)
})

test('what may succeed later is tried again, what will not is told', async () => {
  const { vision, readPhoto } = setUp()
  vision.shows(new AppError('VISION_BUSY'))
  await assert.rejects(readPhoto(ben, photo), { code: 'VISION_BUSY' })
  vision.shows(new AppError('PHOTO_UNREADABLE'))
  const found = await readPhoto(ben, photo)
  assert.deepEqual([found.sighting, found.problem], [null, 'PHOTO_UNREADABLE'])
})

test('twelve photos of a person wait, two hundred of all; the rest are left out and told about once', async () => {
  const stage = await openPhotoStage()
  const send = (person: number, key: string) =>
    stage.store.transaction(async (unit) => {
      const input = { person: person as PersonId, chat: person as ChatId, texts: said.texts('en') }
      if (!(await canWait(unit, input))) return false
      await unit.drawings.photo({ person: input.person, photo, key })
      return true
    })
  const sent: boolean[] = []
  for (let at = 0; at < 15; at += 1) sent.push(await send(1, `1:${at}`))
  assert.deepEqual(
    sent,
    Array.from({ length: 15 }, (_, at) => at < 12),
  )
  // Somebody whose number begins alike waits for nobody.
  for (let person = 10; person < 25; person += 1)
    for (let at = 0; at < 12; at += 1) assert.ok(await send(person, `${person}:${at}`))
  for (let at = 0; at < 8; at += 1) assert.ok(await send(98, `98:${at}`))
  assert.equal(await send(99, '99:0'), false)

  const items = await stage.performed()
  await stage.close()
  assert.equal(items.filter(({ type }) => type === 'read-photo').length, 200)
  const cards = items
    .flatMap((item) => (item.type === 'card' ? [item] : []))
    .toSorted((a, b) => a.chat - b.chat)
  // In place: the second and third change nothing on the screen.
  assert.deepEqual(
    cards.map((each) => [
      each.chat,
      each.placement,
      /Twelve of your|So many/.exec(each.card.html)?.[0],
    ]),
    [...Array(3).fill([1, 'in-place', 'Twelve of your']), [99, 'in-place', 'So many']],
  )
})
