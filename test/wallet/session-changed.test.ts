import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Account, PersonId } from '../../src/domain/ids.ts'
import { createSessionChanged } from '../../src/features/wallets/session-changed.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import type { Store } from '../../src/ports/store.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createSeal } from '../../src/store/seal.ts'
import { createSqliteDialect } from '../../src/store/sqlite.ts'
import { createStore } from '../../src/store/store.ts'

const ben = 7 as PersonId
const [one, two] = ['1', '2'].map((digit) => `0x${digit.repeat(40)}`) as [Account, Account]
const { texts } = loadTexts('locales')
const sessionChanged = createSessionChanged({ texts })

let store: Store
beforeEach(async () => {
  const db = await openDatabase(createSqliteDialect(':memory:'))
  store = createStore({
    db,
    seal: createSeal(Buffer.alloc(32)),
    chainId: 1,
    now: Date.now,
    lineOf: (id) => [id],
  })
  await store.transaction(async ({ people, bindings }) => {
    await people.meet({ id: ben, name: 'Ben', locale: 'en' })
    for (const account of [one, two])
      await bindings.bind({ person: ben, account, topic: 'a', challenge: 'c', signature: '0x1' })
  })
})

const change = (...accounts: Account[]) =>
  store.transaction((unit) => sessionChanged(unit, 'a', accounts))
const topics = () =>
  store.transaction(async ({ bindings }) =>
    Object.fromEntries((await bindings.of(ben)).map(({ account, topic }) => [account, topic])),
  )
const waiting = () =>
  store.transaction(async ({ outbox }) => {
    const rows = await outbox.next([], Date.now() + 1000, 100)
    return rows.map(({ item }) => item.type).toSorted()
  })

test('of two accounts in a session the one that leaves is frozen, told once, and the session lives on', async () => {
  await change(two)
  await change(two)

  assert.deepEqual(await topics(), { [one]: null, [two]: 'a' })
  assert.deepEqual(await waiting(), ['card'])
})

test('an account that is still there, in whatever order, changes nothing', async () => {
  await change(two, one)

  assert.deepEqual(await topics(), { [one]: 'a', [two]: 'a' })
  assert.deepEqual(await waiting(), [])
})

test('a session that nobody is left in is ended', async () => {
  await change()

  assert.deepEqual(await topics(), { [one]: null, [two]: null })
  assert.ok((await waiting()).includes('end-session'))
})
