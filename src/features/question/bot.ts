import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { droppedCard } from '../../cards/question-card.ts'
import { decodeAction } from '../../domain/callback-data.ts'
import { findLinks } from '../../domain/find-links.ts'
import type { ChatId } from '../../domain/ids.ts'
import { parseAccount } from '../../domain/parse-account.ts'
import { adoptCard } from '../../telegram/adopt-card.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { textsOf } from '../../telegram/texts-of.ts'

const KEY = 'question'
/** What reads as a payload and is this short may as well be a word: `pomegranates` would name a purchase. */
const WORD = /^[A-Za-z]{1,12}$/

/**
 * Before every other feature: what is typed answers the open question unless it is a command or holds a link of ours, for
 * a link carries a secret that nobody but its opener shall have. Who uses a command or a button has left the question. Who
 * opens something has left the one for photos: what they photograph next is what they look at now.
 */
export function questionBot(own: { botName: string; site: string }): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  composer.chatType('private').on('message', async (ctx, next) => {
    if (opensSomething(ctx.message, own)) await leavePhotos(ctx)
    await next()
  })
  composer.chatType('private').on('message:text', async (ctx, next) => {
    const { text } = ctx.message
    const isCommand = text.startsWith('/')
    if (isCommand && !/^\/start\s+\S/.test(text)) await ctx.unit.questions.close(ctx.person.id)
    if (!isCommand && !holdsLink(ctx.message, own))
      ctx.question = await ctx.unit.questions.of(ctx.person.id)
    await next()
  })
  composer.chatType('private').on('callback_query:data', async (ctx, next) => {
    const action = decodeAction(ctx.callbackQuery.data)
    if (action?.name === 'drop-question') return drop(ctx)
    // Drawing a card anew begins nothing else.
    if (action !== null && action.name !== 'refresh') await ctx.unit.questions.close(ctx.person.id)
    await next()
  })
  return composer
}

/** The button of an older question drops none that was asked since. */
async function drop(ctx: BotContext): Promise<void> {
  const message = ctx.callbackQuery?.message
  const asked = await ctx.unit.cards.load(message?.chat.id as ChatId, KEY)
  if (asked?.messageId === message?.message_id) await ctx.unit.questions.close(ctx.person.id)
  const key = asked?.messageId === message?.message_id ? KEY : `${KEY}:old`
  await adoptCard(ctx, key)
  await ctx.show(key, droppedCard(ctx.texts), 'in-place')
}

async function leavePhotos({ unit, person }: BotContext): Promise<void> {
  const question = await unit.questions.of(person.id)
  if (question?.type === 'product-photos') await unit.questions.close(person.id)
}

/** A link in whatever form, or an account, which stands for its space. */
function opensSomething(message: Message, own: { botName: string; site: string }): boolean {
  const { text = '' } = message
  const isAccount = !text.startsWith('/') && parseAccount(text) !== null
  return (
    /^\/start\s+\S/.test(text) || isAccount || findLinks(textsOf(message), own).links.length > 0
  )
}

function holdsLink(message: Message, own: { botName: string; site: string }): boolean {
  const { links, broken } = findLinks(textsOf(message), own)
  return links.length + broken > 0 && !WORD.test(message.text?.trim() ?? '')
}
