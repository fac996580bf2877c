import { makePhoto, type Photo } from './files.ts'
import { badRequest, refuse } from './refusals.ts'
import { parseUrl } from './urls.ts'

const limit = 5 * 1024 * 1024

async function readLimited(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > limit) throw refuse('urlNotPhoto')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/**
 * Fetches a picture from the web for a bot that named its address. Up to 5 MB, ten seconds.
 * @throws Refusal when it cannot be had, or is no picture.
 */
export async function fetchPicture(url: string): Promise<Photo> {
  const parsed = parseUrl(url)
  if (parsed.type === 'wrong') {
    throw badRequest(`Invalid file HTTP URL specified: ${parsed.why}`)
  }
  if (!/^https?:\/\//i.test(url)) throw refuse('urlWrong')
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => null)
  if (!response?.ok) {
    await response?.body?.cancel()
    throw refuse('urlFailed')
  }
  if (!(response.headers.get('content-type') ?? '').startsWith('image/')) {
    await response.body?.cancel()
    throw refuse('urlNotPhoto')
  }
  const bytes = await readLimited(response)
  return await makePhoto(bytes)
}
