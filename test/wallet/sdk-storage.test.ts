import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDatabase } from '../../src/store/database.ts'
import { createSeal } from '../../src/store/seal.ts'
import { createSqliteDialect } from '../../src/store/sqlite.ts'
import { createWalletKeyValue } from '../../src/store/wallet-key-value.ts'
import { createSdkStorage } from '../../src/wallet/sdk-storage.ts'

async function open(barrier: () => Promise<void> = async () => undefined) {
  const database = await openDatabase(createSqliteDialect(':memory:'))
  const keyValue = createWalletKeyValue({ database, seal: createSeal(Buffer.alloc(32, 1)) })
  const storage = (instance: string) => createSdkStorage({ keyValue, instance, barrier })
  return { database, keyValue, storage }
}

test('what one run wrote, the next one reads, whatever it is called', async () => {
  const { database, storage } = await open()
  await storage('first').setItem('wc@2:core:0.3:first//keychain', { a: 1 })

  const second = storage('second')

  assert.deepEqual(await second.getItem('wc@2:core:0.3:second//keychain'), { a: 1 })
  assert.equal(await second.getItem('wc@2:core:0.3:second//other'), undefined)
  await database.destroy()
})

test('a value is kept as it was when it was written', async () => {
  const { database, storage } = await open()
  const store = storage('x')
  const value = { list: [1] }

  const written = store.setItem('key', value)
  value.list.push(2)
  await written

  assert.deepEqual(await store.getItem('key'), { list: [1] })
  await database.destroy()
})

test('nothing reaches the disk before the barrier opens', async () => {
  const gate = Promise.withResolvers<void>()
  const { database, keyValue, storage } = await open(() => gate.promise)
  const store = storage('x')

  const first = store.setItem('key', 1)
  const second = store.setItem('key', 2)
  const early = await store.getItem('key')
  const onDisk = await keyValue.get('sdk/key')
  gate.resolve()
  await Promise.all([first, second])

  assert.equal(early, 2)
  assert.equal(onDisk, undefined)
  assert.equal(await keyValue.get('sdk/key'), '2')
  await database.destroy()
})

test('a closed storage takes nothing more', async () => {
  const { database, storage } = await open()
  const store = storage('x')
  await store.setItem('key', 1)
  await store.close()

  await store.setItem('key', 2)
  await store.removeItem('key')

  assert.equal(await storage('y').getItem('key'), 1)
  await database.destroy()
})

test('a key of WalletConnect does not lie open in the database', async () => {
  const { database, storage } = await open()

  await storage('x').setItem('key', { symKey: 'very secret' })

  const rows = await database.selectFrom('key_value').selectAll().execute()
  assert.equal(rows.length, 1)
  assert.doesNotMatch(JSON.stringify(rows), /secret|symKey/)
  await database.destroy()
})
