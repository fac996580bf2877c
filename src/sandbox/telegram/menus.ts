import type { Bot } from './accounts.ts'
import type { Chat } from './chat-state.ts'
import { chatIdFor, isAdministrator, membersOf, peerOf } from './chats.ts'

/** The key of a menu: its scope and language. */
export function menuKey(scope: string, language: string): string {
  return `${scope}/${language}`
}

function scopesFor(chat: Chat, bot: Bot, viewerId: number): string[] {
  if (chat.kind === 'private') return [`chat:${viewerId}`, 'all_private_chats', 'default']
  const id = chatIdFor(chat, bot.id)
  return [
    `chat_member:${id}:${viewerId}`,
    ...(isAdministrator(chat, viewerId) ? [`chat_administrators:${id}`] : []),
    `chat:${id}`,
    ...(isAdministrator(chat, viewerId) ? ['all_chat_administrators'] : []),
    'all_group_chats',
    'default',
  ]
}

/** The commands one person is offered in a chat: the narrowest scope that has any, in their language first. */
export function menuFor(
  chat: Chat,
  viewerId: number,
  language: string,
): { command: string; description: string; bot: string }[] {
  const peer = chat.kind === 'private' ? peerOf(chat, viewerId) : null
  const bots = (peer ? [peer] : membersOf(chat)).filter((account) => account.kind === 'bot')
  return bots.flatMap((bot) => {
    for (const scope of scopesFor(chat, bot, viewerId)) {
      for (const key of [menuKey(scope, language.slice(0, 2)), menuKey(scope, '')]) {
        const commands = bot.commands.get(key)
        if (commands) return commands.map((line) => ({ ...line, bot: bot.username ?? '' }))
      }
    }
    return []
  })
}
