import { choiceCard } from '../../cards/choice-card.ts'
import { foundCard, photoProblemCard } from '../../cards/photo-card.ts'
import { seenCard } from '../../cards/seen-card.ts'
import { coinsOf } from '../../deals/coins-of.ts'
import { linkChoices } from '../../deals/link-choices.ts'
import type { Card } from '../../domain/card.ts'
import type { ErrorCode } from '../../domain/errors.ts'
import { findLinks } from '../../domain/find-links.ts'
import type { Account } from '../../domain/ids.ts'
import { encodePayload, type Link } from '../../domain/links.ts'
import type { Coin } from '../../domain/money.ts'
import { type Caption, parseCaption } from '../../domain/parse-caption.ts'
import type { SellingCoin } from '../../domain/parse-price.ts'
import { privateChat } from '../../domain/private-chat.ts'
import type { Sighting } from '../../domain/sighting.ts'
import type { Person, SentPhoto, Unit } from '../../ports/store.ts'
import type { Taxonomy } from '../../ports/taxonomy.ts'
import type { Texts } from '../../ports/texts.ts'
import { groupCards, type LinkCard, noteSpace } from './answer-group.ts'
import type { PhotoFound } from './read-photo.ts'
import { weighSighting } from './weigh-sighting.ts'

/** A photo that becomes a product's picture; `category` is what it looks like. */
export type ProductPhoto = {
  person: Person
  photo: SentPhoto
  caption: Caption
  hash: string
  category: number | null
}

/** One photo that is being answered. */
type Asking = { unit: Unit; person: Person; photo: SentPhoto; texts: Texts; isGroup: boolean }

/**
 * Answers a photo, in a private chat in place of the message that said that it is looked at: a link of ours is opened,
 * several are offered, a product becomes a draft, and whatever else is said to be what it most likely is.
 */
export function createPhotoRead(deps: {
  texts: (locale: string) => Texts
  taxonomy: Taxonomy
  coins: () => SellingCoin[]
  coinOf: (currency: Account | null) => Coin
  botName: string
  site: string
  botLink: (payload: string) => string
  /** Opens a link exactly as if the person had sent it. */
  openLink: (unit: Unit, person: Person, url: string) => Promise<void>
  startDraft: (unit: Unit, product: ProductPhoto) => Promise<void>
  /** What a link names for a whole group. */
  linkCard: LinkCard
}): (unit: Unit, item: PhotoFound) => Promise<void> {
  const chatUrl = `https://t.me/${deps.botName}?start`
  return async function photoRead(unit, { person: id, photo, sighting, hash, problem }) {
    const person = await unit.people.load(id)
    if (person === null) return
    const texts = deps.texts(person.locale)
    const asking = { unit, person, photo, texts, isGroup: photo.chat !== privateChat(id) }
    if (sighting === null) return answerProblem(asking, problem ?? 'UNEXPECTED')
    const { links, broken } = findLinks(sighting.codes, deps)
    if (links.length > 0) return answerLinks(asking, links)
    if (broken > 0) return answerProblem(asking, 'LINK_BROKEN')
    const caption = hash === null ? null : parseCaption(photo.caption, deps.coins())
    if (hash === null || caption === null) return answerSighting(asking, sighting)
    const category = sighting.match?.category ?? null
    await deps.startDraft(unit, { person, photo, caption, hash, category })
  }

  async function answerLinks(asking: Asking, links: readonly Link[]): Promise<void> {
    const { unit, person, texts, isGroup } = asking
    if (isGroup) return answerGroup(asking, links)
    const [first = '', ...others] = links.map((link) => deps.botLink(encodePayload(link)))
    if (others.length > 0) {
      const parts = { ...deps, index: unit.index, locale: texts.locale }
      return answer(asking, choiceCard(texts, await linkChoices(parts, links)))
    }
    await answer(asking, foundCard(texts))
    await deps.openLink(unit, person, first)
  }

  async function answerGroup(asking: Asking, links: readonly Link[]): Promise<void> {
    const { unit, photo, texts } = asking
    await noteSpace(unit, photo.chat, links)
    const cards = await groupCards(unit, links, { linkCard: deps.linkCard, texts, chatUrl })
    const [first, ...others] = cards
    if (first !== undefined) await answer(asking, first)
    for (const [at, card] of others.entries())
      await draw(asking, card, { key: `${photo.card}:${at}`, placement: 'new' })
  }

  async function answerSighting(asking: Asking, sighting: Sighting): Promise<void> {
    const { unit, person, photo, texts, isGroup } = asking
    const space = await unit.chatSpaces.of(photo.chat)
    const seen = await weighSighting({ ...deps, index: unit.index }, sighting, space)
    const { outcome, category } = seen
    const shown = outcome.type === 'choice' ? outcome.series : []
    const found = outcome.type === 'found' ? [outcome.series] : []
    const coin = coinsOf(
      deps.coinOf,
      [...shown, ...found].map(({ terms }) => terms.currency),
    )
    const card = seenCard({
      answer: seen,
      categoryName: category === null ? null : nameOf(category.id, texts),
      coin,
      texts,
      botLink: deps.botLink,
      group: isGroup ? { chatUrl } : null,
      isCaptioned: !isGroup && photo.caption !== '' && outcome.type !== 'found',
      isOfAlbum: photo.isOfAlbum === true && outcome.type !== 'found',
    })
    await answer(asking, card)
    if (isGroup) return
    for (const { id } of found) {
      const payload = encodePayload({ type: 'series', series: id, contributor: null })
      await deps.openLink(unit, person, deps.botLink(payload))
    }
  }

  function nameOf(category: number, texts: Texts): string {
    const name = deps.taxonomy.nameOf(category, texts.locale)
    return name ?? texts.plain('category-unknown', { category: String(category) })
  }
}

function answerProblem(asking: Asking, code: ErrorCode): Promise<void> {
  return answer(asking, photoProblemCard(asking.texts, code))
}

/** In place of the message that said that the photo is looked at. */
function answer(asking: Asking, card: Card): Promise<void> {
  return draw(asking, card, { key: asking.photo.card, placement: 'in-place' })
}

function draw(
  { unit, photo }: Asking,
  card: Card,
  where: { key: string; placement: 'in-place' | 'new' },
): Promise<void> {
  return unit.drawings.card({ chat: photo.chat, card, ...where, replyTo: photo.replyTo ?? null })
}
