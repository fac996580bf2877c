/** One formatted stretch of a text. Offsets and lengths count UTF-16 units. */
export type MessageEntity = {
  type: string
  offset: number
  length: number
  url?: string
  /** Of a `text_mention`, with the name of that person once known. */
  userId?: number
  userName?: string
  language?: string
  customEmojiId?: string
  unixTime?: number
  dateTimeFormat?: string
}

/** A text and its formatting. */
export type FormattedText = { text: string; entities: MessageEntity[] }

const priorities = [
  'blockquote',
  'expandable_blockquote',
  'text_link',
  'text_mention',
  'mention',
  'hashtag',
  'bot_command',
  'url',
  'email',
  'pre',
  'code',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'custom_emoji',
  'date_time',
]

/** Outer before inner: by offset, longest first, then by kind. Returns a new array. */
export function sortEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  return [...entities].sort(
    (a, b) =>
      a.offset - b.offset ||
      b.length - a.length ||
      priorities.indexOf(a.type) - priorities.indexOf(b.type),
  )
}

/** Bytes of a text before a place given in UTF-16 units; parse errors count in bytes. */
export function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index))
}
