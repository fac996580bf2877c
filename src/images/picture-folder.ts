import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pictureHash } from '../domain/picture-hash.ts'
import type { Pictures } from '../ports/pictures.ts'

/** Pictures as files named `<hash>.jpg` in one folder. */
export function createPictureFolder(folder: string): Pictures {
  return {
    async load(hash) {
      // The name comes from the chain: only a hash may become a path.
      if (!/^0x[0-9a-f]{64}$/.test(hash)) return null
      try {
        const bytes = await readFile(join(folder, `${hash}.jpg`))
        return pictureHash(bytes) === hash ? bytes : null
      } catch {
        return null
      }
    },
  }
}
