import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '../../src/domain/ids.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const person = 7_000_000_001 as PersonId
const post = { inlineMessageId: 'm1', subject: 'tea', person, locale: 'zh-CN', contentHash: 'h0' }

/** What must hold of every `Posts`. */
export function postsSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const { inUnit } = fresh
  const add = (...ids: string[]) =>
    inUnit(async ({ posts }) => {
      for (const inlineMessageId of ids) await posts.add({ ...post, inlineMessageId })
    })
  const load = (id: string) => inUnit(({ posts }) => posts.load(id))
  const of = async (subject: string) =>
    (await inUnit(({ posts }) => posts.of(subject))).map((each) => each.inlineMessageId)

  test('a post is known by its message and by what it shows', async () => {
    await add('m1')

    assert.deepEqual(await load('m1'), post)
    assert.deepEqual(await of('tea'), ['m1'])
    assert.equal(await load('m2'), null)
    assert.deepEqual(await of('cup'), [])
  })

  test('a post that is told twice is there once, as it was drawn', async () => {
    await add('m1')
    await inUnit(({ posts }) => posts.drawn('m1', 'h1'))
    await add('m1')

    assert.equal((await load('m1'))?.contentHash, 'h1')
    assert.deepEqual(await of('tea'), ['m1'])
  })

  test('what was drawn is noted for that message alone', async () => {
    await add('m1', 'm2')
    await inUnit(({ posts }) => posts.drawn('m1', 'h1'))

    assert.equal((await load('m1'))?.contentHash, 'h1')
    assert.equal((await load('m2'))?.contentHash, 'h0')
  })

  test('what stands behind a colon belongs to the subject before it', async () => {
    await inUnit(({ posts }) => posts.add({ ...post, inlineMessageId: 'm1', subject: 'tea:ben' }))
    await inUnit(({ posts }) => posts.add({ ...post, inlineMessageId: 'm2', subject: 'teapot' }))

    assert.deepEqual(await of('tea'), ['m1'])
    assert.deepEqual(await of('tea:ben'), ['m1'])
  })

  test('the newest fifty of a subject are in sight', async () => {
    const ids = Array.from({ length: 52 }, (_, place) => `m${place}`)
    for (const id of ids) {
      await add(id)
      fresh.adapter.clock.now += 1
    }

    assert.deepEqual(await of('tea'), ids.reverse().slice(0, 50))
  })

  test('a forgotten post is gone, and no other with it', async () => {
    await add('m1', 'm2')
    await inUnit(({ posts }) => posts.forget('m1'))

    assert.equal(await load('m1'), null)
    assert.deepEqual(await of('tea'), ['m2'])
  })
}
