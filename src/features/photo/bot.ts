import { Composer } from 'grammy'
import type { Message, UserFromGetMe } from 'grammy/types'
import { lookingCard } from '../../cards/photo-card.ts'
import { noneOfTheseCard } from '../../cards/seen-card.ts'
import { spaceOfKey } from '../../domain/button-key.ts'
import { findLinks } from '../../domain/find-links.ts'
import type { ChatId } from '../../domain/ids.ts'
import type { Random } from '../../ports/random.ts'
import type { Taxonomy } from '../../ports/taxonomy.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { pictureOf } from '../../telegram/picture-of.ts'
import { textsOf } from '../../telegram/texts-of.ts'
import type { CanWait } from './can-wait.ts'
import { kindOnSale } from './kind-on-sale.ts'

/**
 * Photos in a private chat, as such or as a file. They are looked at outside the transaction; meanwhile a message says so,
 * which becomes the answer. A link in the words around a photo is opened without looking at the photo. In a group only a
 * photo that is meant for the bot is looked at, and nothing is said before the answer.
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
    if (await isOfAlbum(ctx, message)) return
    const chat = message.chat.id as ChatId
    if (!(await deps.canWait(ctx.unit, { person: ctx.person.id, chat, texts: ctx.texts }))) return
    const card = `draft:${deps.random.dealId()}`
    await ctx.show(card, lookingCard(ctx.texts), 'new')
    await ctx.unit.drawings.photo({
      person: ctx.person.id,
      photo: { chat, fileId, caption: message.caption ?? '', card },
      key: `${chat}:${message.message_id}`,
    })
  })
  const inGroups = composer.chatType(['group', 'supergroup'])
  inGroups.on(['message:photo', 'message:document'], async (ctx, next) => {
    const { message } = ctx
    const fileId = pictureOf(message)
    if (fileId === null || !isForUs(message, ctx.me)) return next()
    if (findLinks(textsOf(message), deps).links.length > 0) return next()
    const chat = message.chat.id as ChatId
    if (!(await deps.canWait(ctx.unit, { person: ctx.person.id, chat, texts: ctx.texts }))) return
    // Without its caption: a product is sold from the private chat alone.
    await ctx.unit.drawings.photo({
      person: ctx.person.id,
      photo: { chat, fileId, caption: '', card: 'group-photo' },
      key: `${chat}:${message.message_id}`,
    })
  })
  onActions(composer, {
    'none-of-these': async (ctx, { subject }) => {
      const { category } = subject === '' ? { category: null } : spaceOfKey(subject)
      const card = noneOfTheseCard({ texts: ctx.texts, category: await soldKind(ctx, category) })
      await ctx.show('none-of-these', card, 'new')
    },
  })
  return composer

  /** A category in which something can be bought; null when there is none of this kind, or no name for it. */
  async function soldKind(ctx: BotContext, category: number | null) {
    if (category === null) return null
    const { id, count } = await kindOnSale(ctx.unit.index, deps.taxonomy, category)
    const name = deps.taxonomy.nameOf(id, ctx.texts.locale)
    return count === 0 || name === null ? null : { id, name }
  }
}

/** In a group: a photo whose caption names the bot, or that replies to it. */
function isForUs(message: Message, me: UserFromGetMe): boolean {
  if (message.via_bot !== undefined) return false
  const named = `@${me.username}`.toLowerCase()
  const words = (message.caption ?? '').toLowerCase().split(/[^@a-z0-9_]+/)
  return message.reply_to_message?.from?.id === me.id || words.includes(named)
}

/**
 * Photos of one album arrive one by one: the first is looked at, and another only if it has words of its own. That an album
 * was begun is noted where cards stand, under its number.
 */
async function isOfAlbum(ctx: BotContext, message: Message): Promise<boolean> {
  const { media_group_id: album, caption = '', message_id: messageId } = message
  if (album === undefined) return false
  const [chat, key] = [message.chat.id as ChatId, `album:${album}`]
  const known = await ctx.unit.cards.load(chat, key)
  if (known !== null && (caption === '' || known.contentHash !== '')) return true
  await ctx.unit.cards.place(chat, key, {
    messageId,
    form: 'photo',
    pictureId: null,
    contentHash: caption === '' ? '' : 'captioned',
  })
  return false
}
