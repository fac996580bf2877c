import type { KeyValue } from '../ports/key-value.ts'
import type { Database } from './database.ts'
import type { Seal } from './seal.ts'
import { createSealedKeyv } from './sealed-keyv.ts'

const NAMESPACE = 'wallet'

/**
 * The wallet edge's {@link KeyValue}: keyv over SQL, in a namespace of its own, values sealed, because WalletConnect keeps
 * its keys in the open.
 */
export function createWalletKeyValue({
  database,
  seal,
}: {
  database: Database
  seal: Seal
}): KeyValue {
  const keyv = createSealedKeyv({ database, seal, namespace: NAMESPACE })
  return {
    get: (key) => keyv.get(key),
    async set(key, value) {
      await keyv.set(key, value)
    },
    async delete(key) {
      await keyv.delete(key)
    },
    async keys(prefix) {
      const start = `${NAMESPACE}:${prefix}`
      const rows = await database
        .selectFrom('key_value')
        .select('key')
        .where('key', '>=', start)
        .where('key', '<', `${start}\u{10ffff}`)
        .orderBy('key')
        .execute()
      return rows.map((row) => row.key.slice(NAMESPACE.length + 1))
    },
  }
}
