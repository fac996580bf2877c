import { Keyv, type KeyvStoreAdapter } from 'keyv'
import type { Database } from './database.ts'
import type { Seal } from './seal.ts'

/**
 * A keyv over the `key_value` table. Every value is sealed under its full key, so a value cannot be read from the file nor
 * moved to another key. A failing store throws: nothing is ever kept in memory only.
 */
export function createSealedKeyv({
  database,
  seal,
  namespace,
}: {
  database: Database
  seal: Seal
  namespace: string
}): Keyv<string> {
  const store: KeyvStoreAdapter = {
    opts: {},
    namespace,
    async get<Value>(key: string) {
      const row = await database
        .selectFrom('key_value')
        .select('value')
        .where('key', '=', key)
        .executeTakeFirst()
      return row === undefined ? undefined : (seal.open(key, row.value) as Value)
    },
    async set(key, value) {
      const sealed = seal.close(key, value)
      await database
        .insertInto('key_value')
        .values({ key, value: sealed })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: sealed }))
        .execute()
    },
    async delete(key) {
      const { numDeletedRows } = await database
        .deleteFrom('key_value')
        .where('key', '=', key)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
    async clear() {
      await database
        .deleteFrom('key_value')
        .where('key', '>=', `${namespace}:`)
        .where('key', '<', `${namespace};`)
        .execute()
    },
    // keyv asks for an emitter; this store throws instead.
    on: () => store,
  }
  return new Keyv<string>({ store, namespace, throwOnErrors: true })
}
