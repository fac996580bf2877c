import type { Card } from '../domain/card.ts'
import type { ErrorCode } from '../domain/errors.ts'
import type { Texts } from '../ports/texts.ts'
import { errorText } from './error-text.ts'

const plain = (html: string): Card => ({ html, buttons: [], picture: null })

/** While a photo is looked at. */
export function lookingCard(texts: Texts): Card {
  return plain(texts.html('photo-looking'))
}

/** A trade link was in the photo; what it opens comes under this. */
export function foundCard(texts: Texts): Card {
  return plain(texts.html('photo-found'))
}

/** More photos of one person are waiting than can be answered in time. */
export function waitingCard(texts: Texts): Card {
  return plain(texts.html('photo-waiting'))
}

/** In a group: a code in the photo is for whoever holds it. Which kind it is is nobody else's business. */
export function holdersCodeCard(texts: Texts, chatUrl: string): Card {
  const label = texts.plain('button-open-chat')
  return {
    ...plain(texts.html('photo-holders-code')),
    buttons: [[{ type: 'link', label, url: chatUrl }]],
  }
}

/** Why a photo leads nowhere, and what to do. Whoever sent a picture asked for nothing that could cost money. */
export function photoProblemCard(texts: Texts, code: ErrorCode): Card {
  return plain(errorText(texts, code, {}, 'none'))
}
