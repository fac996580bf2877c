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

/** Codes of somebody else: their text, never a link. */
export function foreignCodeCard(texts: Texts, codes: readonly string[]): Card {
  return plain(texts.html('photo-foreign', { code: codes.join('\n').slice(0, 800) }))
}

/** Why a photo leads nowhere, and what to do. */
export function photoProblemCard(texts: Texts, code: ErrorCode): Card {
  return plain(errorText(texts, code))
}
