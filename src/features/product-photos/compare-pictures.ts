import {
  type ComparedPicture,
  productPhotosCard,
  type SeenPicture,
} from '../../cards/product-photos-card.ts'
import type { PersonId, SeriesId } from '../../domain/ids.ts'
import { privateChat } from '../../domain/private-chat.ts'
import { isSameProduct, productOf } from '../../domain/product-of.ts'
import type { ProductRef } from '../../domain/sighting.ts'
import type { Store, Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'
import type { GalleryPicture, Vision } from '../../ports/vision.ts'
import { roomFor } from './most-photos.ts'

/** Above this a picture is surely of one product: its own, or another that it would be taken for. */
const SURE = 0.5

/** What a picture would be taken for. */
type Likest = { type: 'apart' | 'unsure' | 'alone' } | { type: 'mistaken'; other: ProductRef }

/**
 * Compares each picture of a product with all others, as if it were a photo that somebody sends, and draws what came of it.
 * The returned function may be repeated: the card is drawn in its place.
 */
export function createComparePictures(deps: {
  store: Store
  vision: Vision
  texts: (locale: string) => Texts
}): (input: { person: PersonId; series: SeriesId; key: string }) => Promise<void> {
  const { store, vision } = deps
  return async function comparePictures({ person: personId, series: id, key }) {
    const known = await store.transaction(async (unit) => {
      const series = await unit.index.series(id)
      if (series === null) return null
      return { series, seen: await unit.exemplars.seen(productOf(series), vision.model) }
    })
    if (known === null) return
    const { series, seen } = known
    const likest = new Map<number, Likest>()
    for (const each of seen)
      likest.set(each.id, seen.length === 1 ? { type: 'alone' } : await takenFor(each))
    await store.transaction(async (unit) => {
      const person = await unit.people.load(personId)
      if (person === null) return
      const pictures: ComparedPicture[] = []
      for (const { id: picture, kind } of await unit.exemplars.of(productOf(series)))
        pictures.push({ id: picture, kind, seen: await seenAs(unit, likest.get(picture)) })
      const isFull = (await roomFor(unit, series)) === 0
      const card = productPhotosCard({ series, pictures, isFull, texts: deps.texts(person.locale) })
      const chat = privateChat(personId)
      await unit.drawings.card({ chat, key, card, placement: 'in-place' })
    })
  }

  /** Without itself, for which its product needs another picture. */
  async function takenFor({ id, product, vectors }: GalleryPicture): Promise<Likest> {
    const [first] = await vision.nearest(vectors, 1, [id])
    if (first === undefined || first.sureness < SURE) return { type: 'unsure' }
    if (isSameProduct(first.product, product)) return { type: 'apart' }
    return { type: 'mistaken', other: first.product }
  }
}

async function seenAs(unit: Unit, likest: Likest | undefined): Promise<SeenPicture> {
  if (likest === undefined) return { type: 'waiting' }
  if (likest.type !== 'mistaken') return { type: likest.type }
  const [series] = await unit.index.seriesOfProduct(likest.other)
  return series === undefined ? { type: 'unsure' } : { type: 'mistaken', other: series.goods.name }
}
