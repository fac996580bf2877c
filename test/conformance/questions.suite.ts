import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '../../src/domain/ids.ts'
import type { Question } from '../../src/domain/question.ts'
import { right, series } from './blocks.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const HOUR_MS = 3600 * 1000
const [ben, mia] = [7_000_000_001 as PersonId, 2 as PersonId]
const tin = right(series('tea'), 1)
const taker = { type: 'resale-taker', right: tin, price: 10n ** 20n + 1n } as const
const fee: Question = { type: 'fee', right: tin }

/** What must hold of every `Questions`. */
export function questionsSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const { inUnit } = fresh
  const ask = (person: PersonId, question: Question) =>
    inUnit(({ questions }) => questions.ask(person, question))
  const of = (person: PersonId) => inUnit(({ questions }) => questions.of(person))

  test('a person has the question they were asked last, and no other person has', async () => {
    assert.equal(await of(ben), null)
    await ask(ben, fee)
    await ask(ben, taker)
    await ask(mia, fee)

    assert.deepEqual(await of(ben), taker)
    assert.deepEqual(await of(mia), fee)
  })

  test('a closed question is gone; who has none may close it too', async () => {
    await ask(ben, fee)
    await ask(mia, fee)
    await inUnit(({ questions }) => questions.close(ben))
    await inUnit(({ questions }) => questions.close(ben))

    assert.equal(await of(ben), null)
    assert.deepEqual(await of(mia), fee)
  })

  test('a question is forgotten after an hour, counted from when it was asked last', async () => {
    const { clock } = fresh.adapter
    await ask(ben, fee)
    clock.now += HOUR_MS - 1
    assert.deepEqual(await of(ben), fee)
    await ask(ben, taker)
    clock.now += HOUR_MS - 1
    assert.deepEqual(await of(ben), taker)
    clock.now += 1
    assert.equal(await of(ben), null)
  })

  test('a question for photos is forgotten ten minutes after it was asked last', async () => {
    const { clock } = fresh.adapter
    const photos = {
      type: 'product-photos',
      series: series('tea'),
      offer: 'a',
      restOf: null,
    } as const
    for (const wait of [9 * 60_000, 10 * 60_000 - 1]) {
      await ask(ben, photos)
      clock.now += wait
      assert.deepEqual(await of(ben), photos)
    }
    clock.now += 1
    assert.equal(await of(ben), null)
  })

  test('a question does not lie open, and belongs to its person', async () => {
    await ask(ben, taker)
    await ask(mia, { ...taker, price: 5n })
    const rows = await fresh.adapter.rows('question')
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(`resale|${tin}`))

    const body = String(rows.find(({ person_id }) => person_id === ben)?.['body'])
    await fresh.adapter.db.updateTable('question').set({ body }).execute()
    await assert.rejects(of(mia))
    assert.deepEqual(await of(ben), taker)
  })
}
