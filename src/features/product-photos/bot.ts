import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { comparingCard, keepingCard, photosLeftCard } from '../../cards/photo-offer-card.ts'
import { photoDeletedCard, productPhotoCard } from '../../cards/product-photos-card.ts'
import { ownSeries } from '../../deals/own-series.ts'
import { keyOf, seriesOfKey } from '../../domain/button-key.ts'
import { AppError } from '../../domain/errors.ts'
import type { Series } from '../../domain/facts.ts'
import { holdsOurLink } from '../../domain/find-links.ts'
import type { ChatId, SeriesId } from '../../domain/ids.ts'
import { parseCaption } from '../../domain/parse-caption.ts'
import type { SellingCoin } from '../../domain/parse-price.ts'
import { photosMark } from '../../domain/photos-mark.ts'
import { isSameProduct, productOf } from '../../domain/product-of.ts'
import type { PhotoOffer } from '../../ports/photo-offers.ts'
import type { Random } from '../../ports/random.ts'
import type { Unit } from '../../ports/store.ts'
import { adoptCard } from '../../telegram/adopt-card.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { pictureOf } from '../../telegram/picture-of.ts'
import { textsOf } from '../../telegram/texts-of.ts'
import { drawOffer, offerKey } from './draw-offer.ts'
import { roomFor } from './most-photos.ts'

/**
 * Photos by which a product is recognised: its issuer sees how well it is told from others, adds photos and deletes them.
 * A photo is kept only after a yes to that very photo.
 */
export function productPhotosBot(deps: {
  botName: string
  site: string
  random: Random
  coins: () => SellingCoin[]
  canWait: (
    unit: Unit,
    input: Pick<BotContext, 'texts'> & { person: BotContext['person']['id']; chat: ChatId },
  ) => Promise<boolean>
}): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  onActions(composer, {
    'product-photos': async (ctx, { subject }) => {
      const series = await own(ctx, seriesOfKey(subject))
      await ctx.show(listKey(series.id), comparingCard(ctx.texts), 'new')
      await compare(ctx, series.id)
    },
    'show-photo': async (ctx, { subject, version }) => {
      const { series, photo, isGiver } = await photoOf(ctx, seriesOfKey(subject), version)
      const card = productPhotoCard({ series, photo, isGiver, texts: ctx.texts })
      await ctx.show(`product-photo:${photo.id}`, card, 'new')
    },
    'delete-photo': async (ctx, { subject, version }) => {
      const { series, photo, isIssuer } = await photoOf(ctx, seriesOfKey(subject), version)
      // At once and for good: the row with its vectors here, its place in the gallery and the picture with what is written.
      await ctx.unit.exemplars.remove(photo.id)
      await ctx.unit.drawings.forgottenPicture({
        exemplar: photo.id,
        pictureHash: photo.pictureHash,
      })
      await adoptCard(ctx, listKey(series.id))
      if (isIssuer) return compare(ctx, series.id)
      // The others are no business of somebody who only gave this one.
      await ctx.show(listKey(series.id), photoDeletedCard({ series, texts: ctx.texts }), 'in-place')
    },
    'add-photos': async (ctx, { subject }) => {
      const { unit, person } = ctx
      const series = await own(ctx, seriesOfKey(subject))
      const left = await roomFor(unit, series)
      if (left === 0) throw new AppError('PHOTOS_FULL')
      const offer = deps.random.dealId()
      await unit.questions.ask(person.id, {
        type: 'product-photos',
        series: series.id,
        offer,
        restOf: null,
      })
      await ctx.ask('ask-product-photos', { name: series.goods.name, left })
    },
    'keep-photos': async (ctx, { subject, version }) => {
      const { offer, series } = await offered(ctx, subject)
      await adoptCard(ctx, offerKey(subject))
      if (photosMark(offer.photos) !== version) {
        // More came than the pressed card shows: a yes is to what was seen.
        await drawOffer(ctx.unit, { offer, series, texts: ctx.texts })
        throw new AppError('CARD_STALE')
      }
      const keeping = offer.photos.map(({ fileId }) => fileId)
      await answered(ctx, offer, keeping)
      const { chat, album } = offer
      for (const fileId of keeping) {
        const photo = { chat, fileId, series: series.id, offer: subject, album }
        await ctx.unit.drawings.keptPhoto({ person: ctx.person.id, photo })
      }
      const card = keepingCard({ series, count: keeping.length, texts: ctx.texts })
      await ctx.show(offerKey(subject), card, 'in-place')
    },
    'leave-photos': async (ctx, { subject }) => {
      const { offer, series } = await offered(ctx, subject)
      await answered(ctx, offer, [])
      await adoptCard(ctx, offerKey(subject))
      const card = photosLeftCard({ series, texts: ctx.texts })
      await ctx.show(offerKey(subject), card, 'in-place')
    },
  })
  composer.chatType('private').on(['message:photo', 'message:document'], async (ctx, next) => {
    const fileId = pictureOf(ctx.message)
    const question = await ctx.unit.questions.of(ctx.person.id)
    if (fileId === null || question?.type !== 'product-photos' || isElse(ctx.message)) return next()
    const { media_group_id: album = null, message_id: messageId } = ctx.message
    const { offer, series, restOf } = question
    if (restOf !== null && restOf !== album) return next()
    const { unit, person, texts } = ctx
    const chat = ctx.message.chat.id as ChatId
    if (!(await deps.canWait(unit, { person: person.id, chat, texts }))) return
    // From now on the time runs anew in which photos are taken as meant for the product.
    await unit.questions.ask(person.id, question)
    const hasMoved = await moveDown(ctx, offer, messageId)
    if (hasMoved || (await unit.photoOffers.load(offer)) === null)
      await ctx.show(offerKey(offer), comparingCard(texts), 'in-place')
    await unit.drawings.offeredPhoto({
      person: person.id,
      photo: { chat, fileId, series, offer, album },
      key: `${chat}:${messageId}`,
    })
  })
  return composer

  /** Notes the answer. What is left of an album then is asked about next, and nothing else that is sent. */
  async function answered(ctx: BotContext, offer: PhotoOffer, keeping: string[]): Promise<void> {
    const { unit, person } = ctx
    const { series, album } = offer
    const next = deps.random.dealId()
    await unit.photoOffers.save({ ...offer, photos: [], answer: { next, keeping } })
    if (album === null) return
    await unit.questions.ask(person.id, {
      type: 'product-photos',
      series,
      offer: next,
      restOf: album,
    })
  }

  /** A link in its words is opened, and a product in them is another product. */
  function isElse(message: Message): boolean {
    if (textsOf(message).some((text) => holdsOurLink(text, deps))) return true
    const { caption = '' } = message
    return caption !== '' && parseCaption(caption, deps.coins()) !== null
  }
}

function listKey(series: SeriesId): string {
  return `product-photos:${keyOf(series)}`
}

function own({ unit, person }: BotContext, id: SeriesId): Promise<Series> {
  return ownSeries(unit, person.id, id)
}

function compare({ unit, person }: BotContext, series: SeriesId): Promise<void> {
  return unit.drawings.productPhotos({ person: person.id, series, key: listKey(series) })
}

/**
 * A photo that was given for a product, to its issuer and to whoever gave it, who may have unbound the account since.
 * @throws AppError CARD_STALE when it is none, or was deleted; SERIES_UNKNOWN, ISSUER_ONLY
 */
async function photoOf({ unit, person }: BotContext, id: SeriesId, exemplar: number) {
  const photo = await unit.exemplars.load(exemplar)
  const isGiver = photo?.givenBy === person.id
  const series = await unit.index.series(id)
  if (series === null) throw new AppError('SERIES_UNKNOWN')
  const bindings = await unit.bindings.of(person.id)
  const isIssuer = bindings.some(({ account }) => account === series.issuer)
  if (!isIssuer && !isGiver) throw new AppError('ISSUER_ONLY')
  const isOfIt = photo !== null && isSameProduct(photo.product, productOf(series))
  if (!isOfIt || photo.kind !== 'photo') throw new AppError('CARD_STALE')
  return { series, photo, isGiver, isIssuer }
}

/** Photos that wait for an answer. @throws AppError PHOTOS_GONE, CARD_FOREIGN, ISSUER_ONLY */
async function offered(
  ctx: BotContext,
  id: string,
): Promise<{ offer: PhotoOffer; series: Series }> {
  const offer = await ctx.unit.photoOffers.load(id)
  if (offer === null || offer.answer !== null) throw new AppError('PHOTOS_GONE')
  if (offer.person !== ctx.person.id) throw new AppError('CARD_FOREIGN')
  return { offer, series: await own(ctx, offer.series) }
}

/** The question stands under the photos that it is about: above later ones nobody would see it. False when it does. */
async function moveDown(ctx: BotContext, offer: string, messageId: number): Promise<boolean> {
  const { unit } = ctx
  const chat = ctx.chat?.id as ChatId
  const place = await unit.cards.load(chat, offerKey(offer))
  if (place === null || place.messageId > messageId) return false
  await unit.drawings.remove({ chat, messageId: place.messageId })
  await unit.cards.forget(chat, offerKey(offer))
  return true
}
