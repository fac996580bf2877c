import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Draft } from '../../src/domain/draft.ts'
import type { ChatId, PersonId } from '../../src/domain/ids.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const [mei, ben] = [7_000_000_001 as PersonId, 2 as PersonId]
const tea: Draft = {
  id: 'tea',
  person: mei,
  chat: 7_000_000_001 as ChatId,
  name: '龙井 “Longjing”',
  category: 2073,
  productNumber: null,
  specification: '100 g',
  production: null,
  price: 10n ** 20n + 1n,
  currency: null,
  supply: 50,
  preset: 'pick-up-today',
  pictureHash: null,
}

/** What must hold of every `Drafts`. */
export function draftsSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const { inUnit } = fresh
  const save = (draft: Draft) => inUnit(({ drafts }) => drafts.save(draft))
  const load = (id: string) => inUnit(({ drafts }) => drafts.load(id))
  const of = async (person: PersonId) =>
    (await inUnit(({ drafts }) => drafts.of(person))).map(({ id }) => id)

  test('a draft comes back as it was saved last', async () => {
    assert.equal(await load('tea'), null)
    await save(tea)
    assert.deepEqual(await load('tea'), tea)
    const more = { ...tea, productNumber: 'LJ-100', price: null }
    await save(more)

    assert.deepEqual(await load('tea'), more)
    assert.deepEqual(await of(mei), ['tea'])
  })

  test('a person has their own drafts, the one touched last first', async () => {
    const { clock } = fresh.adapter
    for (const id of ['tea', 'cup']) {
      await save({ ...tea, id })
      clock.now += 1
    }
    await save({ ...tea, id: 'other', person: ben })
    assert.deepEqual(await of(mei), ['cup', 'tea'])
    await save(tea)

    assert.deepEqual(await of(mei), ['tea', 'cup'])
    assert.deepEqual(await of(ben), ['other'])
  })

  test('a removed draft is gone, and no other with it', async () => {
    await save(tea)
    await save({ ...tea, id: 'cup' })
    await inUnit(({ drafts }) => drafts.remove('tea'))

    assert.equal(await load('tea'), null)
    assert.deepEqual(await of(mei), ['cup'])
  })

  test('a picture is in use as long as one draft of anybody shows it', async () => {
    const [picture, other] = [`0x${'ab'.repeat(32)}`, `0x${'cd'.repeat(32)}`]
    const isPictured = (hash: string) => inUnit(({ drafts }) => drafts.isPictured(hash))
    await save({ ...tea, pictureHash: picture })
    await save({ ...tea, id: 'cup', person: ben, pictureHash: picture })
    await inUnit(({ drafts }) => drafts.remove('tea'))
    assert.equal(await isPictured(picture), true)
    assert.equal(await isPictured(other), false)
    await inUnit(({ drafts }) => drafts.remove('cup'))

    assert.equal(await isPictured(picture), false)
  })
}
