import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '../../src/domain/ids.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

/** Telegram's numbers have up to 52 bits. */
const ben = { id: 4_503_599_627_370_495 as PersonId, name: 'Ben 本', locale: 'en' }

/** What must hold of every `People`. */
export function peopleSuite(open: OpenStore): void {
  const { inUnit } = onFreshStore(open)
  const meet = (person = ben) => inUnit(({ people }) => people.meet(person))
  const load = () => inUnit(({ people }) => people.load(ben.id))

  test('who was never met is not known', async () => {
    assert.equal(await load(), null)
  })

  test('who writes is noted, and comes back as noted', async () => {
    assert.deepEqual(await meet(), { ...ben, reachable: true })
    assert.deepEqual(await load(), { ...ben, reachable: true })
  })

  test('a new name is taken over, a chosen language stays', async () => {
    await meet()
    await inUnit(({ people }) => people.setLocale(ben.id, 'zh-CN'))

    const met = await meet({ ...ben, name: 'Benjamin', locale: 'fr' })

    assert.deepEqual(met, { id: ben.id, name: 'Benjamin', locale: 'zh-CN', reachable: true })
  })

  test('who cannot be reached can be again when they write', async () => {
    await meet()
    await inUnit(({ people }) => people.setReachable(ben.id, false))
    assert.equal((await load())?.reachable, false)

    await meet()

    assert.equal((await load())?.reachable, true)
  })

  test('what is set for somebody unknown changes nothing', async () => {
    await inUnit(async ({ people }) => {
      await people.setLocale(ben.id, 'zh-CN')
      await people.setReachable(ben.id, false)
    })

    assert.equal(await load(), null)
  })

  test('who writes twice at the same moment is met once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => meet()))

    assert.deepEqual(await load(), { ...ben, reachable: true })
  })
}
