import type { Message } from 'grammy/types'

/** The largest size of a photo, or a file that is called a picture; what it is is seen when it is opened. Null for all else. */
export function pictureOf({ photo, document }: Message): string | null {
  const largest = photo?.at(-1)
  if (largest !== undefined) return largest.file_id
  return document?.mime_type?.startsWith('image/') === true ? document.file_id : null
}
