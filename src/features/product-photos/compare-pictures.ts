import { type ComparedPicture, productPhotosCard } from '../../cards/product-photos-card.ts'
import type { PersonId, SeriesId } from '../../domain/ids.ts'
import { privateChat } from '../../domain/private-chat.ts'
import { isSameProduct, productOf } from '../../domain/product-of.ts'
import type { ProductRef } from '../../domain/sighting.ts'
import type { Store, Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'
import type { GalleryPicture, Vision } from '../../ports/vision.ts'
import { roomFor } from './most-photos.ts'

/** A picture is told apart when its own product is the likeliest without it, and more likely than all others together. */
const APART = 0.5

/** What a picture would be taken for; null when it is told apart. */
type Mistaken = ReadonlyMap<number, ProductRef | null>

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
    const mistaken = new Map<number, ProductRef | null>()
    for (const each of seen) mistaken.set(each.id, await takenFor(each))
    await store.transaction(async (unit) => {
      const person = await unit.people.load(personId)
      if (person === null) return
      const pictures: ComparedPicture[] = []
      for (const { id: picture, kind } of await unit.exemplars.of(productOf(series)))
        pictures.push({ id: picture, kind, seen: await seenAs(unit, mistaken, picture) })
      const isFull = (await roomFor(unit, series)) === 0
      const card = productPhotosCard({ series, pictures, isFull, texts: deps.texts(person.locale) })
      const chat = privateChat(personId)
      await unit.drawings.card({ chat, key, card, placement: 'in-place' })
    })
  }

  async function takenFor({ id, product, vectors }: GalleryPicture): Promise<ProductRef | null> {
    const found = await vision.nearest(vectors, 2, [id])
    const [first] = found
    const isOwn = first !== undefined && isSameProduct(first.product, product)
    if (isOwn && first.sureness >= APART) return null
    return found.find((each) => !isSameProduct(each.product, product))?.product ?? null
  }
}

async function seenAs(
  unit: Unit,
  mistaken: Mistaken,
  picture: number,
): Promise<ComparedPicture['seen']> {
  const other = mistaken.get(picture)
  if (other === undefined) return { type: 'waiting' }
  const [series] = other === null ? [] : await unit.index.seriesOfProduct(other)
  return series === undefined ? { type: 'apart' } : { type: 'mistaken', other: series.goods.name }
}
