import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pictureHash } from '../domain/picture-hash.ts'
import type { PictureStore } from '../ports/pictures.ts'

/** Pictures as files named `<hash>.jpg` in one folder, which is made when it is needed. */
export function createPictureFolder(folder: string): PictureStore {
  // The name comes from the chain: only a hash may become a path.
  const pathOf = (hash: string) =>
    /^0x[0-9a-f]{64}$/.test(hash) ? join(folder, `${hash}.jpg`) : null
  return {
    async load(hash) {
      const path = pathOf(hash)
      if (path === null) return null
      try {
        const bytes = await readFile(path)
        return pictureHash(bytes) === hash ? bytes : null
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
      if (path !== null) await rm(path, { force: true })
    },
  }
}
