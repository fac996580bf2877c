import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { lookingCard } from '../../cards/photo-card.ts'
import { noneOfTheseCard } from '../../cards/seen-card.ts'
import { spaceOfKey } from '../../domain/button-key.ts'
import { findLinks } from '../../domain/find-links.ts'
import type { ChatId } from '../../domain/ids.ts'
import type { Random } from '../../ports/random.ts'
import type { SentPhoto } from '../../ports/store.ts'
import type { Taxonomy } from '../../ports/taxonomy.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { photoForUs } from '../../telegram/photo-for-us.ts'
import { pictureOf } from '../../telegram/picture-of.ts'
import { textsOf } from '../../telegram/texts-of.ts'
import { isOfAnsweredAlbum, noteAlbum } from './album.ts'
import type { CanWait } from './can-wait.ts'
import { kindOnSale } from './kind-on-sale.ts'

/**
 * Photos in a private chat, as such or as a file. They are looked at outside the transaction; meanwhile a message says so,
 * which becomes the answer. A link in the words around a photo is opened without looking at the photo. In a group only a
 * photo that is meant for the bot is looked at, and what is said of it is a reply to it.
 */
export function photoBot(deps: {
  botName: string
  site: string
  random: Random
  taxonomy: Taxonomy
  canWait: CanWait
}): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  composer.chatType('private').on(['message:photo', 'message:document'], async (ctx, next) => {
    const { message } = ctx
    const fileId = pictureOf(message)
    const { links, broken, foreign } = findLinks(textsOf(message), deps)
    if (fileId === null || links.length + broken + foreign > 0) return next()
    await take(ctx, message, { fileId, caption: message.caption ?? '' })
  })
  composer.chatType(['group', 'supergroup']).on('message', async (ctx, next) => {
    const asked = photoForUs(ctx.message, ctx.me)
    const fileId = asked === null ? null : pictureOf(asked)
    if (asked === null || fileId === null) return next()
    if (findLinks(textsOf(ctx.message), deps).links.length > 0) return next()
    // Without its caption: a product is sold from the private chat alone.
    await take(ctx, ctx.message, { fileId, caption: '', replyTo: asked.message_id })
  })
  onActions(composer, {
    'none-of-these': async (ctx, { subject }) => {
      const { category } = subject === '' ? { category: null } : spaceOfKey(subject)
      const card = noneOfTheseCard({ texts: ctx.texts, category: await soldKind(ctx, category) })
      await ctx.show('none-of-these', card, 'new')
    },
  })
  return composer

  /** Says at once that a photo is looked at, and has it looked at. */
  async function take(
    ctx: BotContext,
    message: Message,
    photo: Pick<SentPhoto, 'fileId' | 'caption' | 'replyTo'>,
  ): Promise<void> {
    const { unit, person, texts } = ctx
    const chat = message.chat.id as ChatId
    if (await isOfAnsweredAlbum(unit, message)) return
    if (!(await deps.canWait(unit, { person: person.id, chat, texts }))) return
    await noteAlbum(unit, message)
    const card = `draft:${deps.random.dealId()}`
    const { replyTo = null } = photo
    await unit.drawings.card({
      chat,
      key: card,
      card: lookingCard(texts),
      placement: 'new',
      replyTo,
    })
    const isOfAlbum = message.media_group_id !== undefined
    await unit.drawings.photo({
      person: person.id,
      photo: { chat, card, ...photo, isOfAlbum },
      key: `${chat}:${message.message_id}`,
    })
  }

  /** A category in which something can be bought; null when there is none of this kind, or no name for it. */
  async function soldKind(ctx: BotContext, category: number | null) {
    if (category === null) return null
    const { id, count } = await kindOnSale(ctx.unit.index, deps.taxonomy, category)
    const name = deps.taxonomy.nameOf(id, ctx.texts.locale)
    return count === 0 || name === null ? null : { id, name }
  }
}
