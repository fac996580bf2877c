import type { Draft } from '../../domain/draft.ts'
import type { Caption } from '../../domain/parse-caption.ts'
import type { SellingCoin } from '../../domain/parse-price.ts'
import { proposeNumber } from '../../domain/propose-number.ts'
import type { Person, SentPhoto, Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'
import { type DraftParts, draftCardKey, drawDraft } from './draw-draft.ts'

/**
 * Makes a draft of a captioned photo: what the caption says, and for the rest what can be guessed. Its card takes the place
 * of the message that said that the photo is looked at. The same photo, read again, gives the same draft.
 */
export function createStartDraft(
  deps: DraftParts & { texts: (locale: string) => Texts; coins: () => SellingCoin[] },
): (
  unit: Unit,
  product: {
    person: Person
    photo: SentPhoto
    caption: Caption
    hash: string
    /** What it looks like, for a name that says too little; nothing that cannot be handed over is proposed for it. */
    category: number | null
  },
) => Promise<void> {
  return async function startDraft(unit, { person, photo, caption, hash, category }) {
    const { name, specification, price, supply } = caption
    const seen = category === null || deps.taxonomy.isDigital(category) ? null : category
    const draft: Draft = {
      id: photo.card.slice(draftCardKey('').length),
      person: person.id,
      chat: photo.chat,
      name,
      category: deps.taxonomy.guess([name, specification ?? ''].join(' ')) ?? seen,
      productNumber: proposeNumber(name),
      specification,
      production: null,
      price: price?.amount ?? null,
      currency: price === null ? (deps.coins()[0]?.address ?? null) : price.currency,
      supply,
      preset: 'pick-up-today',
      pictureHash: hash,
    }
    await unit.drafts.save(draft)
    const card = drawDraft(deps, deps.texts(person.locale), draft)
    await unit.drawings.card({ chat: photo.chat, key: photo.card, card, placement: 'in-place' })
  }
}
