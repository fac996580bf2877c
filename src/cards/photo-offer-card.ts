import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import type { Series } from '../domain/facts.ts'
import { photosMark } from '../domain/photos-mark.ts'
import { shownText } from '../domain/shown-text.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'

const NAME_LENGTH = 60

/** What a photo would be taken for now: its own product, another one, or nothing. */
export type TakenFor = { type: 'own' } | { type: 'other'; name: string } | { type: 'nothing' }

/** Asks whether these very photos are kept for a product, and says what each of them looks like now. */
export function photoOfferCard(view: {
  offer: string
  series: Series
  photos: readonly { fileId: string; seen: TakenFor }[]
  /** No more than these fit. */
  isFull: boolean
  texts: Texts
}): Card {
  const { offer, series, photos, isFull, texts } = view
  const lines = photos.map(({ seen }, at) =>
    texts.html('product-photos-now', {
      place: at + 1,
      state: seen.type,
      other: seen.type === 'other' ? shownText(seen.name, NAME_LENGTH) : '',
    }),
  )
  const parts = [
    texts.html('product-photos-offer', { name: nameOf(series), count: photos.length }),
    lines.join('\n'),
    ...(isFull ? [texts.html('product-photos-most')] : []),
    texts.html('product-photos-until-yes'),
  ]
  const keep = plainButton('keep-photos', texts.plain('button-keep'), offer, photosMark(photos))
  const leave = plainButton('leave-photos', texts.plain('button-leave'), offer)
  return { html: parts.join('\n\n'), buttons: [[keep, leave]], picture: null }
}

/** Photos were said yes to and are being kept. */
export function keepingCard(view: { series: Series; count: number; texts: Texts }): Card {
  const { series, count, texts } = view
  const html = texts.html('product-photos-keeping', { name: nameOf(series), count })
  return { html, buttons: [], picture: null }
}

/** Photos were said no to. */
export function photosLeftCard(view: { series: Series; texts: Texts }): Card {
  return withWayBack(view, view.texts.html('product-photos-left'))
}

/** One that was said yes to could not be kept; `reason` is the text of what happened. */
export function photoNotKeptCard(view: { series: Series; reason: string; texts: Texts }): Card {
  const said = view.texts.html('product-photos-not-kept', { name: nameOf(view.series) })
  return withWayBack(view, `${said}\n\n${view.reason}`)
}

/** Pictures could not be compared; `reason` is the text of what happened. */
export function photosNotComparedCard(view: {
  series: Series
  reason: string
  texts: Texts
}): Card {
  const said = view.texts.html('product-photos-not-compared', { name: nameOf(view.series) })
  return withWayBack(view, `${said}\n\n${view.reason}`)
}

/** While pictures are compared. */
export function comparingCard(texts: Texts): Card {
  return { html: texts.html('product-photos-looking'), buttons: [], picture: null }
}

function withWayBack({ series, texts }: { series: Series; texts: Texts }, html: string): Card {
  const back = plainButton('product-photos', texts.plain('button-photos'), keyOf(series.id))
  return { html, buttons: [[back]], picture: null }
}

function nameOf({ goods }: Series): string {
  return shownText(goods.name, NAME_LENGTH)
}
