import type { Content } from './chat-state.ts'
import type { Photo } from './files.ts'
import type { InlineKeyboard } from './inline-keyboards.ts'

/** What a chosen result becomes; a photo by address is fetched when chosen. */
export type ResultContent =
  | Content
  | { type: 'photo-by-url'; url: string; photo: Omit<Extract<Content, { type: 'photo' }>, 'photo'> }

/** One result of an inline query. */
export type InlineResult = {
  id: string
  kind: 'article' | 'photo'
  title: string | null
  description: string | null
  thumbnailUrl: string | null
  photo: Photo | null
  content: ResultContent
  keyboard: InlineKeyboard | null
}
