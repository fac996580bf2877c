import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pictureHash } from '../domain/picture-hash.ts'
import type { PictureStore } from '../ports/pictures.ts'

/** What tells that a file is still the one it was. */
type Stamp = { size: number; mtimeMs: number }

/** Pictures as files named `<hash>.jpg` in one folder, which is made when it is needed. */
export function createPictureFolder(folder: string): PictureStore {
  // The name comes from the chain: only a hash may become a path.
  const pathOf = (hash: string) =>
    /^0x[0-9a-f]{64}$/.test(hash) ? join(folder, `${hash}.jpg`) : null
  // Hashing a picture takes some 20 ms, in which nothing else happens: once for each file is enough.
  const verified = new Map<string, Stamp>()
  const isVerified = (hash: string, { size, mtimeMs }: Stamp) => {
    const known = verified.get(hash)
    return known?.size === size && known.mtimeMs === mtimeMs
  }
  return {
    async has(hash) {
      const path = pathOf(hash)
      if (path === null) return false
      return stat(path).then(
        (file) => file.isFile(),
        () => false,
      )
    },
    async load(hash) {
      const path = pathOf(hash)
      if (path === null) return null
      try {
        const stamp = await stat(path)
        const bytes = await readFile(path)
        if (isVerified(hash, stamp)) return bytes
        if (pictureHash(bytes) !== hash) return null
        verified.set(hash, stamp)
        return bytes
      } catch {
        return null
      }
    },
    async save(bytes) {
      const hash = pictureHash(bytes)
      const path = join(folder, `${hash}.jpg`)
      await mkdir(folder, { recursive: true })
      // Nobody ever sees half a picture, a kill in between included.
      const half = `${path}.${randomUUID()}.part`
      await writeFile(half, bytes)
      await rename(half, path)
      return hash
    },
    async remove(hash) {
      const path = pathOf(hash)
      verified.delete(hash)
      if (path !== null) await rm(path, { force: true })
    },
  }
}
