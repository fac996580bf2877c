/** What WalletConnect wants of a storage. */
export type MemoryStorage = {
  getKeys(): Promise<string[]>
  getEntries<T = unknown>(): Promise<[string, T][]>
  getItem<T = unknown>(key: string): Promise<T | undefined>
  setItem<T = unknown>(key: string, value: T): Promise<void>
  removeItem(key: string): Promise<void>
}

/** A storage that forgets everything with its process. */
export function createMemoryStorage(): MemoryStorage {
  const entries = new Map<string, string>()
  const read = <T>(text: string | undefined): T | undefined =>
    text === undefined ? undefined : JSON.parse(text)
  return {
    getKeys: async () => [...entries.keys()],
    getEntries: async <T>() =>
      [...entries].map(([key, text]): [string, T] => [key, JSON.parse(text)]),
    getItem: async <T>(key: string) => read<T>(entries.get(key)),
    async setItem(key, value) {
      entries.set(key, JSON.stringify(value))
    },
    async removeItem(key) {
      entries.delete(key)
    },
  }
}
