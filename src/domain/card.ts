import type { Action } from './actions.ts'

/** A button by what it does. Links must be http(s) or tg; copied text at most 256 characters. */
export type Button =
  | { type: 'action'; label: string; action: Action; style?: 'primary' | 'success' | 'danger' }
  | { type: 'link'; label: string; url: string }
  | { type: 'copy'; label: string; text: string }
  | { type: 'share'; label: string; query: string }

/**
 * A picture on a card. `id` changes when what it shows changes, and only then, so that an edit knows whether to replace
 * it. `stored` names a seller's picture by the hash in its goods data; `drawing` is rendered by us when it is needed.
 */
export type Picture =
  | { id: string; type: 'stored'; hash: string }
  | { id: string; type: 'drawing'; drawing: Drawing }

/** What the images edge can draw. All texts are ready to be shown. */
export type Drawing =
  | {
      type: 'receipt'
      title: string
      lines: string[]
      serial: string
      stamp: string | null
      seed: string
    }
  | { type: 'code'; text: string; title: string; caption: string; stamp: string | null }

/** One message as a value: HTML in Telegram's subset, rows of buttons, perhaps a picture above it. */
export type Card = { html: string; buttons: Button[][]; picture: Picture | null }
