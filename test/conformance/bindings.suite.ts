import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Account, PersonId } from '../../src/domain/ids.ts'
import { account } from './blocks.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const [ben, mia] = [7_000_000_001 as PersonId, 2 as PersonId]
const [one, two] = [account('one'), account('two')]

/** What must hold of every `Bindings`. */
export function bindingsSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const { inUnit } = fresh
  const bind = (person: PersonId, proven: Account, topic: string) =>
    inUnit(({ bindings }) =>
      bindings.bind({
        person,
        account: proven,
        topic,
        challenge: `I am ${person}`,
        signature: '0x1',
      }),
    )
  const of = (person: PersonId) => inUnit(({ bindings }) => bindings.of(person))

  test('a person has the accounts they have proven, the last used first', async () => {
    await bind(ben, one, 'a')
    fresh.adapter.clock.now += 1
    await bind(ben, two, 'b')

    assert.deepEqual(await of(ben), [
      { account: two, topic: 'b' },
      { account: one, topic: 'a' },
    ])
    assert.deepEqual(await of(mia), [])
  })

  test('who proves an account again has it once, with the new session, and first', async () => {
    await bind(ben, one, 'a')
    fresh.adapter.clock.now += 1
    await bind(ben, two, 'b')
    fresh.adapter.clock.now += 1
    await bind(ben, one, 'c')

    assert.deepEqual(await of(ben), [
      { account: one, topic: 'c' },
      { account: two, topic: 'b' },
    ])
  })

  test('two people may prove the same account', async () => {
    await bind(ben, one, 'a')
    await bind(mia, one, 'b')

    assert.deepEqual(await of(ben), [{ account: one, topic: 'a' }])
    assert.deepEqual(await of(mia), [{ account: one, topic: 'b' }])
  })

  test('an account knows who has proven it, and forgets whom it shall', async () => {
    const peopleOf = (proven: Account) => inUnit(({ bindings }) => bindings.peopleOf(proven))
    await bind(mia, one, 'b')
    fresh.adapter.clock.now += 1
    await bind(ben, one, 'a')
    await bind(ben, two, 'a')
    assert.deepEqual(await peopleOf(one), [mia, ben])
    assert.deepEqual(await peopleOf(account('three')), [])

    await inUnit(({ bindings }) => bindings.unbind(ben, one))

    assert.deepEqual(await peopleOf(one), [mia])
    assert.deepEqual(await of(ben), [{ account: two, topic: 'a' }])
  })

  test('a session that ends leaves the proof, and a new one takes its place', async () => {
    await bind(ben, one, 'a')
    await bind(mia, two, 'b')
    await inUnit(({ bindings }) => bindings.sessionEnded('a'))
    assert.deepEqual(await of(ben), [{ account: one, topic: null }])
    assert.deepEqual(await of(mia), [{ account: two, topic: 'b' }])

    await inUnit(({ bindings }) => bindings.reconnect(ben, one, 'c'))

    assert.deepEqual(await of(ben), [{ account: one, topic: 'c' }])
  })

  test('a session proves nothing by itself', async () => {
    await bind(ben, one, 'a')
    await inUnit(({ bindings }) => bindings.reconnect(mia, one, 'b'))
    await inUnit(({ bindings }) => bindings.reconnect(ben, two, 'b'))

    assert.deepEqual(await of(mia), [])
    assert.deepEqual(await of(ben), [{ account: one, topic: 'a' }])
  })

  test('an account that left its session is frozen alone; a session knows who uses it', async () => {
    await bind(ben, one, 'a')
    fresh.adapter.clock.now += 1
    await bind(ben, two, 'a')
    await bind(mia, one, 'b')
    const usersOf = (topic: string) => inUnit(({ bindings }) => bindings.usersOf(topic))
    assert.deepEqual(await usersOf('a'), [
      { person: ben, account: one },
      { person: ben, account: two },
    ])

    await inUnit(({ bindings }) => bindings.freeze(ben, one))

    assert.deepEqual(await usersOf('a'), [{ person: ben, account: two }])
    assert.deepEqual(await usersOf('b'), [{ person: mia, account: one }])
    assert.deepEqual(await usersOf('none'), [])
    assert.deepEqual(
      (await of(ben)).find(({ account }) => account === one),
      { account: one, topic: null, frozen: true },
    )
    assert.equal((await of(ben)).length, 2)
    await bind(ben, one, 'c')
    assert.ok((await of(ben)).some(({ topic, frozen }) => topic === 'c' && frozen !== true))
  })

  test('a session is idle from its last use on, whichever account that was for', async () => {
    const start = fresh.adapter.clock.now
    await bind(ben, one, 'a')
    await bind(ben, two, 'a')
    await bind(mia, one, 'b')
    const idle = (since: number, limit = 9) =>
      inUnit(({ bindings }) => bindings.idleSessions(since, limit))
    assert.deepEqual(await idle(start), [])
    assert.deepEqual(await idle(start + 1), ['a', 'b'])
    assert.deepEqual(await idle(start + 1, 1), ['a'])

    fresh.adapter.clock.now += 10
    await inUnit(({ bindings }) => bindings.sessionUsed('a'))
    await inUnit(({ bindings }) => bindings.reconnect(mia, one, 'c'))

    assert.deepEqual(await idle(start + 10), [])
    await inUnit(({ bindings }) => bindings.sessionEnded('a'))
    assert.deepEqual(await idle(start + 11), ['c'])
  })

  test('the proof is kept: what was signed, and the signature', async () => {
    await bind(ben, one, 'a')

    const [row] = await fresh.adapter.rows('binding')
    assert.equal(row?.['challenge'], `I am ${ben}`)
    assert.equal(row?.['signature'], '0x1')
  })
}
