import { type Api, GrammyError } from 'grammy'
import { AppError } from '../domain/errors.ts'
import type { PhotoSource } from '../ports/photo-source.ts'

/** What a bot may download. */
const MOST_BYTES = 20 * 1024 * 1024
/** Somebody waits for what is in it. */
const PATIENCE_MS = 15_000

/**
 * Photos over the Bot API. The address of a file holds the bot's token: it is in no error, and what the network says of it
 * is not passed on either.
 */
export function createPhotoSource(deps: { api: Api; apiRoot: string; token: string }): PhotoSource {
  const { api, apiRoot, token } = deps
  return {
    async fetch(fileId) {
      const path = await pathOf(api, fileId)
      const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, {
        signal: AbortSignal.timeout(PATIENCE_MS),
        redirect: 'error',
      }).catch(() => null)
      if (response === null || response.status >= 500 || response.status === 429)
        throw new AppError('TELEGRAM_UNREACHABLE')
      if (!response.ok || response.body === null) throw new AppError('PHOTO_UNREADABLE')
      return collect(response.body)
    },
  }
}

async function pathOf(api: Api, fileId: string): Promise<string> {
  try {
    const { file_path, file_size = 0 } = await api.getFile(fileId)
    if (file_size > MOST_BYTES) throw new AppError('PHOTO_TOO_LARGE')
    if (file_path === undefined) throw new AppError('PHOTO_UNREADABLE')
    return file_path
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    const isRefusal = thrown instanceof GrammyError && thrown.error_code < 500
    if (!isRefusal || thrown.error_code === 429) throw new AppError('TELEGRAM_UNREACHABLE')
    const isTooBig = /too big/i.test(thrown.description)
    throw new AppError(isTooBig ? 'PHOTO_TOO_LARGE' : 'PHOTO_UNREADABLE')
  }
}

/** Reads to the end, or to the limit: what was announced is not believed. */
async function collect(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.length
      if (size > MOST_BYTES) throw new AppError('PHOTO_TOO_LARGE')
      chunks.push(chunk)
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    throw new AppError('TELEGRAM_UNREACHABLE')
  }
  return Buffer.concat(chunks)
}
