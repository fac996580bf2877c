import { keyOf } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import type { Series } from '../domain/facts.ts'
import { shownText } from '../domain/shown-text.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'

const NAME_LENGTH = 60
/** Photos from a phone that a product needs before its catalogue picture stops mattering. */
const ENOUGH = 3

/**
 * What a picture would be taken for: surely for its own product, for another, for neither surely, or nobody can say, since its
 * product has no other picture or it was not looked at.
 */
export type SeenPicture =
  | { type: 'apart' }
  | { type: 'mistaken'; other: string }
  | { type: 'unsure' }
  | { type: 'alone' }
  | { type: 'waiting' }

/** One picture of a product, and what it would be taken for if it were not there itself. */
export type ComparedPicture = {
  id: number
  kind: 'catalogue' | 'photo'
  seen: SeenPicture
}

/** How well a product is told from everything else, picture by picture, and what would help. To its seller alone. */
export function productPhotosCard(view: {
  series: Series
  pictures: readonly ComparedPicture[]
  /** No more photos fit. */
  isFull: boolean
  texts: Texts
}): Card {
  const { series, pictures, texts } = view
  const known = pictures.filter(({ seen }) => seen.type !== 'waiting')
  const lines = pictures.map(({ kind, seen }, at) =>
    texts.html('product-photos-line', {
      place: at + 1,
      kind,
      state: seen.type,
      other: seen.type === 'mistaken' ? shownText(seen.other, NAME_LENGTH) : '',
    }),
  )
  const head = texts.html('product-photos-head', { name: nameOf(series), count: known.length })
  return {
    html: [head, lines.join('\n'), adviceOf(pictures, texts)]
      .filter((each) => each !== '')
      .join('\n\n'),
    buttons: rowsOf(view),
    picture: null,
  }
}

/** One photo that was given, to be looked at or deleted. */
export function productPhotoCard(view: {
  series: Series
  photo: { id: number; pictureHash: string }
  /** Did whoever reads this give it? */
  isGiver: boolean
  texts: Texts
}): Card {
  const { series, photo, isGiver, texts } = view
  const key = keyOf(series.id)
  return {
    html: texts.html('product-photo', {
      name: nameOf(series),
      giver: isGiver ? 'you' : 'other',
    }),
    buttons: [
      [plainButton('delete-photo', texts.plain('button-delete'), key, photo.id)],
      [plainButton('product-photos', texts.plain('button-back'), key)],
    ],
    picture: { id: photo.pictureHash, type: 'stored', hash: photo.pictureHash },
  }
}

/** It was deleted, told to somebody who gave it and is no issuer of the product any more. */
export function photoDeletedCard(view: { series: Series; texts: Texts }): Card {
  const { series, texts } = view
  const html = texts.html('product-photo-deleted', { name: nameOf(series) })
  const home = plainButton('home', texts.plain('button-home'))
  return { html, buttons: [[home]], picture: null }
}

function adviceOf(pictures: readonly ComparedPicture[], texts: Texts): string {
  const photos = pictures.filter(({ kind }) => kind === 'photo')
  const isAny = (type: SeenPicture['type']) => pictures.some(({ seen }) => seen.type === type)
  if (photos.length < ENOUGH) return texts.html('product-photos-few')
  if (isAny('mistaken')) return texts.html('product-photos-label')
  if (isAny('unsure')) return texts.html('product-photos-more')
  return isAny('waiting') ? '' : texts.html('product-photos-good')
}

function rowsOf({
  series,
  pictures,
  isFull,
  texts,
}: Parameters<typeof productPhotosCard>[0]): Button[][] {
  const key = keyOf(series.id)
  const photos = pictures.flatMap(({ id, kind }, at) => {
    if (kind !== 'photo') return []
    const label = texts.plain('button-photo', { place: at + 1 })
    return [
      [
        plainButton('show-photo', label, key, id),
        plainButton('delete-photo', texts.plain('button-delete'), key, id),
      ],
    ]
  })
  const add = isFull ? [] : [[plainButton('add-photos', texts.plain('button-add-photos'), key)]]
  return [...photos, ...add, [plainButton('my-series', texts.plain('button-back'), key)]]
}

function nameOf({ goods }: Series): string {
  return shownText(goods.name, NAME_LENGTH)
}
