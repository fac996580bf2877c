import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Encrypts what must not lie open in the database: wallet keys, link secrets, message bodies. */
export type Seal = {
  /** AES-256-GCM; `name` is bound as additional data, so a value cannot be moved to another row. */
  close(name: string, text: string): string
  /** @throws Error when the value was changed, moved, or sealed under another key. */
  open(name: string, sealed: string): string
}

const IV_BYTES = 12
const TAG_BYTES = 16

/** Makes a {@link Seal} from a 32-byte key. */
export function createSeal(key: Buffer): Seal {
  if (key.length !== 32) throw new RangeError('A seal needs a key of 32 bytes')
  return {
    close(name, text) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    open(name, sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(name))
        .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      const body = bytes.subarray(IV_BYTES + TAG_BYTES)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
  }
}
