import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { comparingCard, keepingCard, photosLeftCard } from '../../cards/photo-offer-card.ts'
import { productPhotoCard } from '../../cards/product-photos-card.ts'
import { isPictureUsed } from '../../deals/is-picture-used.ts'
import { ownSeries } from '../../deals/own-series.ts'
import { keyOf, seriesOfKey } from '../../domain/button-key.ts'
import { AppError } from '../../domain/errors.ts'
import type { Series } from '../../domain/facts.ts'
import { holdsOurLink } from '../../domain/find-links.ts'
import type { ChatId, SeriesId } from '../../domain/ids.ts'
import { parseCaption } from '../../domain/parse-caption.ts'
import type { SellingCoin } from '../../domain/parse-price.ts'
import { isSameProduct, productOf } from '../../domain/product-of.ts'
import type { Exemplar } from '../../ports/exemplars.ts'
import type { PhotoOffer } from '../../ports/photo-offers.ts'
import type { PictureStore } from '../../ports/pictures.ts'
import type { Random } from '../../ports/random.ts'
import type { Unit } from '../../ports/store.ts'
import { adoptCard } from '../../telegram/adopt-card.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { pictureOf } from '../../telegram/picture-of.ts'
import { textsOf } from '../../telegram/texts-of.ts'
import type { Gallery } from './gallery.ts'
import { roomFor } from './most-photos.ts'
import { offerKey } from './product-looked.ts'

/**
 * Photos by which a product is recognised: its issuer sees how well it is told from others, adds photos and deletes them.
 * A photo is kept only after a yes to that very photo.
 */
export function productPhotosBot(deps: {
  botName: string
  site: string
  random: Random
  coins: () => SellingCoin[]
  gallery: Pick<Gallery, 'drop'>
  pictures: PictureStore
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
      const series = await own(ctx, seriesOfKey(subject))
      const photo = await photoOf(ctx, series, version)
      const card = productPhotoCard({ series, photo, texts: ctx.texts })
      await ctx.show(`product-photo:${photo.id}`, card, 'new')
    },
    'delete-photo': async (ctx, { subject, version }) => {
      const series = await own(ctx, seriesOfKey(subject))
      const photo = await photoOf(ctx, series, version)
      await forget(ctx, photo)
      await adoptCard(ctx, listKey(series.id))
      await compare(ctx, series.id)
    },
    'add-photos': async (ctx, { subject }) => {
      const { unit, person } = ctx
      const series = await own(ctx, seriesOfKey(subject))
      const left = await roomFor(unit, series)
      if (left === 0) throw new AppError('PHOTOS_FULL')
      const offer = deps.random.dealId()
      await unit.questions.ask(person.id, { type: 'product-photos', series: series.id, offer })
      await ctx.ask('ask-product-photos', { name: series.goods.name, left })
    },
    'keep-photos': async (ctx, { subject }) => {
      const { offer, series } = await takeOffer(ctx, subject)
      const { id, chat, photos } = offer
      for (const { fileId } of photos) {
        const photo = { chat, fileId, series: series.id, offer: id }
        await ctx.unit.drawings.keptPhoto({ person: ctx.person.id, photo })
      }
      await adoptCard(ctx, offerKey(id))
      const card = keepingCard({ series, count: photos.length, texts: ctx.texts })
      await ctx.show(offerKey(id), card, 'in-place')
    },
    'leave-photos': async (ctx, { subject }) => {
      const { offer, series } = await takeOffer(ctx, subject)
      await adoptCard(ctx, offerKey(offer.id))
      const card = photosLeftCard({ series, texts: ctx.texts })
      await ctx.show(offerKey(offer.id), card, 'in-place')
    },
  })
  composer.chatType('private').on(['message:photo', 'message:document'], async (ctx, next) => {
    const fileId = pictureOf(ctx.message)
    const question = await ctx.unit.questions.of(ctx.person.id)
    if (fileId === null || question?.type !== 'product-photos' || isElse(ctx.message)) return next()
    const { unit, person, texts } = ctx
    const chat = ctx.message.chat.id as ChatId
    if (!(await deps.canWait(unit, { person: person.id, chat, texts }))) return
    const { offer, series } = question
    if ((await unit.photoOffers.load(offer)) === null)
      await ctx.show(offerKey(offer), comparingCard(texts), 'in-place')
    await unit.drawings.offeredPhoto({
      person: person.id,
      photo: { chat, fileId, series, offer },
      key: `${chat}:${ctx.message.message_id}`,
    })
  })
  return composer

  /** A link in its words is opened, and a product in them is another product. */
  function isElse(message: Message): boolean {
    if (textsOf(message).some((text) => holdsOurLink(text, deps))) return true
    const { caption = '' } = message
    return caption !== '' && parseCaption(caption, deps.coins()) !== null
  }

  /** At once and for good: the row with its vectors, its place in the gallery, and the picture if nothing else shows it. */
  async function forget(ctx: BotContext, { id, pictureHash }: Exemplar): Promise<void> {
    const { unit } = ctx
    await unit.exemplars.remove(id)
    ctx.later(() => deps.gallery.drop([id]))
    if (await isPictureUsed(unit, pictureHash)) return
    ctx.later(() => deps.pictures.remove(pictureHash))
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

/** A photo that was given for this product. @throws AppError CARD_STALE when it is none, or was deleted */
async function photoOf({ unit }: BotContext, series: Series, id: number): Promise<Exemplar> {
  const found = await unit.exemplars.load(id)
  const isOfIt = found !== null && isSameProduct(found.product, productOf(series))
  if (!isOfIt || found.kind !== 'photo') throw new AppError('CARD_STALE')
  return found
}

/** Photos that wait for an answer, which they then have. @throws AppError PHOTOS_GONE, CARD_FOREIGN, ISSUER_ONLY */
async function takeOffer(
  ctx: BotContext,
  id: string,
): Promise<{ offer: PhotoOffer; series: Series }> {
  const offer = await ctx.unit.photoOffers.load(id)
  if (offer === null) throw new AppError('PHOTOS_GONE')
  if (offer.person !== ctx.person.id) throw new AppError('CARD_FOREIGN')
  const series = await own(ctx, offer.series)
  await ctx.unit.photoOffers.remove(id)
  return { offer, series }
}
