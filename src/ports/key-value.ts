/** A durable map of text, for what a library wants to keep. Never money, claims or state of a deal. */
export type KeyValue = {
  /** The value, or undefined when there is none. */
  get(key: string): Promise<string | undefined>
  /** Resolves when the value is on disk. */
  set(key: string, value: string): Promise<void>
  delete(key: string): Promise<void>
  /** Every key that begins with `prefix`. */
  keys(prefix: string): Promise<string[]>
}
