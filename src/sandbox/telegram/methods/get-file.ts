import { refuse } from '../refusals.ts'
import { wire } from '../wire.ts'
import type { Method } from './method.ts'

/** Opens a file for download for an hour. */
export const getFile: Method = {
  supported: ['file_id'],
  run({ world, bot, parameters }) {
    const fileId = parameters.text('file_id')
    if (fileId === '') throw refuse('fileIdMissing')
    const file = world.files.find(fileId, bot)
    if (!file) throw refuse(/^[\w-]{40,}$/.test(fileId) ? 'fileUnavailable' : 'fileIdInvalid')
    const path = world.files.openDownload(file, bot)
    return wire({
      file_id: fileId,
      file_unique_id: file.uniqueId,
      file_size: file.bytes.length,
      file_path: path,
    })
  },
}
