import type { Message } from 'grammy/types'

/** Kinds of picture files by their names: some phones send their own kind as a file of no kind. */
const PICTURE_NAME = /\.(?:jpe?g|png|webp|gif|hei[cf]|avif|tiff?|bmp)$/i

/**
 * The largest size of a photo, or a file that is called a picture, by its kind or its name; what it is is seen when it is
 * opened, and said if it is none. Null for all else.
 */
export function pictureOf({ photo, document }: Message): string | null {
  const largest = photo?.at(-1)
  if (largest !== undefined) return largest.file_id
  if (document === undefined) return null
  const { mime_type: kind = '', file_name: name = '', file_id: fileId } = document
  return kind.startsWith('image/') || PICTURE_NAME.test(name) ? fileId : null
}
