import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

/** What must hold of every `KeyValue`. */
export function keyValueSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const store = () => fresh.adapter.keyValue

  test('a value is there until it is deleted', async () => {
    assert.equal(await store().get('a'), undefined)
    await store().set('a', 'one')
    assert.equal(await store().get('a'), 'one')
    await store().set('a', 'two')
    assert.equal(await store().get('a'), 'two')
    await store().delete('a')
    assert.equal(await store().get('a'), undefined)
    await store().delete('a')
  })

  test('texts of every kind come back as they were', async () => {
    for (const text of ['', ' ', '本', '{"a":"\\u0000"}', 'x'.repeat(200_000)]) {
      await store().set('a', text)
      assert.equal(await store().get('a'), text)
    }
  })

  test('keys are found by how they begin, letter for letter', async () => {
    const all = ['wc@2:B', 'wc@2:a', 'wc@2:_', 'wc@2:ä', 'wc@20', 'WC@2:a', 'wc%', 'wc@2:']
    for (const key of all) await store().set(key, 'x')
    const beginning = async (prefix: string) => (await store().keys(prefix)).sort()

    assert.deepEqual(await beginning('wc@2:'), ['wc@2:', 'wc@2:B', 'wc@2:_', 'wc@2:a', 'wc@2:ä'])
    assert.deepEqual(await beginning('WC'), ['WC@2:a'])
    assert.deepEqual(await beginning('wc%'), ['wc%'])
    assert.deepEqual(await beginning('wc_'), [])
    assert.deepEqual(await beginning(''), [...all].sort())
  })

  test('many who write at once leave one value', async () => {
    const values = Array.from({ length: 10 }, (_, place) => `value ${place}`)
    await Promise.all(values.map((value) => store().set('a', value)))

    assert.ok(values.includes((await store().get('a')) ?? ''))
    assert.deepEqual(await store().keys(''), ['a'])
  })

  test('values do not lie open, and belong to their key', async () => {
    await store().set('a', 'very secret')
    await store().set('b', 'other')
    const rows = await fresh.adapter.rows('key_value')
    assert.doesNotMatch(JSON.stringify(rows), /very secret/)

    const stolen = String(rows.find(({ key }) => String(key).endsWith('a'))?.['value'])
    await fresh.adapter.db.updateTable('key_value').set({ value: stolen }).execute()
    await assert.rejects(store().get('b'))
    assert.equal(await store().get('a'), 'very secret')
  })
}
