import type { Account } from '../../src/domain/ids.ts'
import { seededRandom } from '../../src/sandbox/driver/seeded-random.ts'
import { features, voted } from '../../src/vision/decide.ts'
import { createGallery } from '../../src/vision/gallery.ts'

/** A picture of the developer set. */
export type Labelled = { product: string; category: string; split: string }

/** What was seen of one query, and what was so. */
export type Outcome = {
  scene: string
  /** What the query is of, and whether the projection learned nothing from any picture of it. */
  product: string
  isNewcomer: boolean
  values: readonly number[]
  isFirst: boolean
  isThree: boolean
  isCategory: boolean
  isKnown: boolean
  isNear: boolean
  /** How far the right one is below the first; null when it is not among three. */
  behind: number | null
}

/** A choice of pictures to be the gallery, and of others to be queries. `unseen` are the products that the fold left out. */
export type Scene = {
  name: string
  fold: number
  unseen: readonly string[]
  gallery: readonly number[]
  queries: readonly number[]
}

/** Pictures by split. The sequence of random numbers is always the same. */
export function scenesOf(
  labels: readonly Labelled[],
  folds: readonly (readonly string[])[],
): Scene[] {
  const random = seededRandom(1)
  const all = labels.map((_, at) => at)
  const of = (split: string) => all.filter((at) => labels[at]?.split === split)
  const [iconic, photos, queries] = [of('iconic'), of('train'), of('val')]
  const products = [...new Set(labels.map(({ product }) => product))].sort()
  const isIconic = (at: number) => labels[at]?.split === 'iconic'
  // Which of its product's photos a photo is.
  const placeOf = (at: number) =>
    photos.filter((each) => labels[each]?.product === labels[at]?.product).indexOf(at)
  const scenes: Scene[] = []
  for (const [fold, unseen] of folds.entries()) {
    const isUnseen = (at: number) => unseen.includes(labels[at]?.product ?? '')
    const seen = (at: number) => !isUnseen(at)
    // As a shop that never saw some products: they are unknown.
    scenes.push({
      name: 'strangers',
      fold,
      unseen,
      gallery: [...iconic, ...photos].filter(seen),
      queries,
    })
    // Products that nothing was learned from are in the shop too; a few of the others are not.
    const away = shuffled(
      products.filter((each) => !unseen.includes(each)),
      random,
    ).slice(0, 12)
    const shop = [...iconic, ...photos].filter((at) => !away.includes(labels[at]?.product ?? ''))
    scenes.push({ name: 'newcomers', fold, unseen, gallery: shop, queries })
    const nth = fold % 8
    const single = shop.filter((at) => isIconic(at) || placeOf(at) === nth)
    scenes.push({ name: 'newcomers, one photo each', fold, unseen, gallery: single, queries })
    const catalogue = shop.filter(isIconic)
    scenes.push({ name: 'newcomers, no photo', fold, unseen, gallery: catalogue, queries })
    // Small shops with few pictures each: nearly everything is unknown.
    for (const size of [2, 5, 12, 30]) {
      const chosen = new Set(shuffled(products, random).slice(0, size))
      const gallery = [...chosen].flatMap((product) => {
        const own = (at: number) => labels[at]?.product === product
        const count = [0, 1, 3, 6][Math.floor(random() * 4)] ?? 0
        return [...iconic.filter(own), ...shuffled(photos.filter(own), random).slice(0, count)]
      })
      scenes.push({ name: `shop of ${size}`, fold, unseen, gallery, queries })
    }
  }
  return scenes
}

/** What is seen in a scene, with the program's own gallery and features. */
export function play(
  scene: Scene,
  labels: readonly Labelled[],
  vectorOf: (at: number) => Float32Array,
): Outcome[] {
  const categories = [...new Set(labels.map(({ category }) => category))].sort()
  const issuer = '0x' as Account
  const labelOf = (at: number) => labels[at] ?? { product: '', category: '', split: '' }
  const numberOf = (at: number) => categories.indexOf(labelOf(at).category)
  const gallery = createGallery()
  gallery.put(
    scene.gallery.map((at) => ({
      id: at,
      product: { issuer, number: labelOf(at).product },
      category: numberOf(at),
      vectors: new Uint8Array(Float32Array.from(vectorOf(at)).buffer),
    })),
  )
  const known = new Set(scene.gallery.map((at) => labelOf(at).product))
  const kinds = new Set(scene.gallery.map(numberOf))
  return scene.queries.map((at) => {
    const ranked = gallery.rank({ vector: vectorOf(at), limit: 60, issuer: null, without: [] })
    const place = ranked
      .slice(0, 3)
      .findIndex(({ product }) => product.number === labelOf(at).product)
    const isKnown = known.has(labelOf(at).product)
    return {
      scene: scene.name,
      product: labelOf(at).product,
      isNewcomer: scene.unseen.includes(labelOf(at).product),
      values: features(ranked),
      isFirst: place === 0,
      isThree: place >= 0,
      isCategory: voted(ranked) === numberOf(at),
      isKnown,
      isNear: !isKnown && kinds.has(numberOf(at)),
      behind: place < 0 ? null : (ranked[0]?.score ?? 0) - (ranked[place]?.score ?? 0),
    }
  })
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, key: random() }))
    .sort((one, other) => one.key - other.key)
    .map(({ value }) => value)
}
