import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** Is a file the model that it has to be, by its SHA-256? Null, or why it is not. */
export async function checkModel(path: string, sha256: string): Promise<string | null> {
  try {
    const hash = createHash('sha256')
    for await (const part of createReadStream(path)) hash.update(part)
    const found = hash.digest('hex')
    return found === sha256 ? null : `its hash is ${found}, not ${sha256}`
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}
