import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { groupCard } from '../../cards/group-card.ts'
import { findLinks } from '../../domain/find-links.ts'
import type { ChatId } from '../../domain/ids.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { textsOf } from '../../telegram/texts-of.ts'
import type { ShowLinks } from './show-links.ts'

/**
 * Groups: the bot is quiet. It says one sentence when it is let in, shows what trade links lead to, and answers a command
 * that names it with a way to the private chat; whatever else is written there goes past it. What is private never appears
 * in a group.
 */
export function groupsBot(deps: {
  botName: string
  site: string
  showLinks: ShowLinks
}): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  const inGroups = composer.chatType(['group', 'supergroup'])
  const url = `https://t.me/${deps.botName}?start`
  inGroups.on('my_chat_member', async (ctx) => {
    const { old_chat_member: before, new_chat_member: now } = ctx.myChatMember
    const wasOut = before.status === 'left' || before.status === 'kicked'
    const isIn = now.status === 'member' || now.status === 'administrator'
    if (wasOut && isIn) await ctx.show('group', groupCard(ctx.texts, 'hello', url), 'new')
  })
  inGroups.on(['message:text', 'message:caption'], async (ctx, next) => {
    if (isPost(ctx.message, ctx.me.id)) return
    const { links } = findLinks(textsOf(ctx.message), deps)
    if (links.length === 0) return next()
    const chat = ctx.chat.id as ChatId
    await deps.showLinks(ctx.unit, { chat, texts: ctx.texts, links })
  })
  inGroups.on('message:text', async (ctx, next) => {
    if (!isForUs(ctx.message.text, deps.botName)) return next()
    await ctx.show('group', groupCard(ctx.texts, 'answer', url), 'new')
  })
  return composer
}

/** A post that came through this bot, or was passed on from it, shows itself. */
function isPost({ via_bot, forward_origin }: Message, me: number): boolean {
  const isForwarded = forward_origin?.type === 'user' && forward_origin.sender_user.id === me
  return via_bot !== undefined || isForwarded
}

/** `/help@name …`, or a message that is nothing but the name and a command or a word. */
function isForUs(text: string, botName: string): boolean {
  const name = botName.toLowerCase()
  const words = text.toLowerCase().trim().split(/\s+/)
  if (/^\/[a-z_]+@/.test(words[0] ?? '')) return words[0]?.split('@')[1] === name
  return words.length <= 2 && words.includes(`@${name}`)
}
