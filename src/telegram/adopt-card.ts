import type { ChatId } from '../domain/ids.ts'
import type { BotContext } from './bot-context.ts'

/**
 * Makes the message whose button was pressed the one that stands under `key`, so that what follows is drawn there: of two
 * copies of a list in one chat the one that was pressed turns its page. Changes nothing when no button was pressed.
 */
export async function adoptCard(ctx: BotContext, key: string): Promise<void> {
  const message = ctx.callbackQuery?.message
  if (message === undefined) return
  const chat = message.chat.id as ChatId
  const known = await ctx.unit.cards.load(chat, key)
  if (known?.messageId === message.message_id) return
  const form = 'photo' in message && message.photo !== undefined ? 'photo' : 'text'
  // What it shows is not known, and no card has this hash.
  const place = { messageId: message.message_id, form, pictureId: null, contentHash: '' } as const
  await ctx.unit.cards.place(chat, key, place)
}
