import type { KeyValue } from '../ports/key-value.ts'
import { createSerialQueue } from './serial-queue.ts'

/** WalletConnect's storage over a {@link KeyValue}. */
export type SdkStorage = {
  getKeys(): Promise<string[]>
  getEntries<T = unknown>(): Promise<[string, T][]>
  getItem<T = unknown>(key: string): Promise<T | undefined>
  setItem<T = unknown>(key: string, value: T): Promise<void>
  removeItem(key: string): Promise<void>
  /** Resolves when everything written so far is on disk. */
  flush(): Promise<void>
  /** Flushes, and drops whatever a stopped SDK still writes: the storage belongs to its successor now. */
  close(): Promise<void>
}

/** Where the SDK's values live among the keys of the wallet edge. */
export const SDK_PREFIX = 'sdk/'

/**
 * Write-through storage for the SDK. Values are taken down at the moment of the call, because the SDK goes on changing
 * them; of several writes to one key that wait for the disk, only the last is made. Before any write `barrier` is awaited:
 * so the SDK forgets nothing on disk before our own ledger has it. `instance` is cut out of the key names: it differs in
 * every run, to keep two clients in one process from sharing the SDK's global state.
 */
export function createSdkStorage({
  keyValue,
  instance,
  barrier,
}: {
  keyValue: KeyValue
  instance: string
  barrier: () => Promise<void>
}): SdkStorage {
  const waiting = new Map<string, string | null>()
  const queue = createSerialQueue()
  let closed = false
  const nameOf = (key: string) => SDK_PREFIX + key.replace(`:${instance}//`, '//')

  const drain = async (): Promise<void> => {
    if (waiting.size === 0) return
    await barrier()
    for (const [name, text] of waiting) {
      waiting.delete(name)
      if (text === null) await keyValue.delete(name)
      else await keyValue.set(name, text)
    }
  }
  const write = async (key: string, text: string | null): Promise<void> => {
    if (closed) return
    waiting.set(nameOf(key), text)
    return queue.run(drain)
  }
  const getItem = async <T>(key: string): Promise<T | undefined> => {
    const name = nameOf(key)
    const text = waiting.has(name) ? waiting.get(name) : await keyValue.get(name)
    return typeof text === 'string' ? JSON.parse(text) : undefined
  }
  const getKeys = async (): Promise<string[]> => {
    const stored = await keyValue.keys(SDK_PREFIX)
    return stored.map((name) => name.slice(SDK_PREFIX.length))
  }

  return {
    getKeys,
    async getEntries<T>() {
      const entries: [string, T][] = []
      for (const key of await getKeys()) {
        const value = await getItem<T>(key)
        if (value !== undefined) entries.push([key, value])
      }
      return entries
    },
    getItem,
    setItem: (key, value) => write(key, JSON.stringify(value)),
    removeItem: (key) => write(key, null),
    flush: () => queue.run(drain),
    async close() {
      closed = true
      await queue.run(drain)
    },
  }
}
