import { choiceCard } from '../../cards/choice-card.ts'
import { foreignCodeCard, foundCard, photoProblemCard } from '../../cards/photo-card.ts'
import type { Card } from '../../domain/card.ts'
import { findLinks } from '../../domain/find-links.ts'
import type { ChatId } from '../../domain/ids.ts'
import { encodePayload, type Link } from '../../domain/links.ts'
import { type Caption, parseCaption } from '../../domain/parse-caption.ts'
import type { SellingCoin } from '../../domain/parse-price.ts'
import { privateChat } from '../../domain/private-chat.ts'
import type { Person, SentPhoto, Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'
import type { PhotoFound } from './read-photo.ts'

/** A photo that becomes a product's picture. */
export type ProductPhoto = { person: Person; photo: SentPhoto; caption: Caption; hash: string }

/**
 * Answers a photo, in place of the message that said that it is looked at: a link of ours is opened, several are offered, a
 * foreign code is shown, a product becomes a draft.
 */
export function createPhotoRead(deps: {
  texts: (locale: string) => Texts
  coins: () => SellingCoin[]
  botName: string
  site: string
  botLink: (payload: string) => string
  /** Opens a link exactly as if the person had sent it. */
  openLink: (unit: Unit, person: Person, url: string) => Promise<void>
  startDraft: (unit: Unit, product: ProductPhoto) => Promise<void>
  /** Shows a whole group what links lead to. */
  showLinks: (
    unit: Unit,
    shown: { chat: ChatId; texts: Texts; links: readonly Link[] },
  ) => Promise<void>
}): (unit: Unit, item: PhotoFound) => Promise<void> {
  return async function photoRead(unit, { person: id, photo, codes, hash, problem }) {
    const person = await unit.people.load(id)
    if (person === null) return
    const texts = deps.texts(person.locale)
    if (photo.chat !== privateChat(id)) {
      // In a group nothing was said yet, and what leads nowhere is no reason to speak.
      return deps.showLinks(unit, { chat: photo.chat, texts, links: findLinks(codes, deps).links })
    }
    const answer = (card: Card) =>
      unit.drawings.card({ chat: photo.chat, key: photo.card, card, placement: 'in-place' })
    if (problem !== null) return answer(photoProblemCard(texts, problem))
    if (codes.length > 0) return answerCodes(unit, person, codes, answer, texts)
    const caption = hash === null ? null : parseCaption(photo.caption, deps.coins())
    if (hash === null || caption === null) {
      return answer(photoProblemCard(texts, 'PHOTO_WITHOUT_CODE'))
    }
    await deps.startDraft(unit, { person, photo, caption, hash })
  }

  async function answerCodes(
    unit: Unit,
    person: Person,
    codes: readonly string[],
    answer: (card: Card) => Promise<void>,
    texts: Texts,
  ): Promise<void> {
    const { links, broken } = findLinks(codes, deps)
    const urls = links.map((link) => deps.botLink(encodePayload(link)))
    const [first, ...others] = urls
    if (first === undefined) {
      const isBroken = broken > 0
      return answer(
        isBroken ? photoProblemCard(texts, 'LINK_BROKEN') : foreignCodeCard(texts, codes),
      )
    }
    if (others.length > 0) return answer(choiceCard(texts, urls))
    await answer(foundCard(texts))
    await deps.openLink(unit, person, first)
  }
}
