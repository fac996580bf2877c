import { requireChat, requireMessage } from '../access.ts'
import type { Bot } from '../accounts.ts'
import type { Message } from '../chat-state.ts'
import { isAdministrator } from '../chats.ts'
import { unixSeconds } from '../clock.ts'
import { knows } from '../messages.ts'
import { erase } from '../posting.ts'
import { refuse } from '../refusals.ts'
import type { World } from '../world.ts'
import { readMessageIds } from './message-ids.ts'
import type { Method } from './method.ts'

const twoDays = 48 * 3600

function canDelete(world: World, bot: Bot, message: Message): boolean {
  if (message.content.type === 'service' && message.content.view.type === 'group-created') {
    return false
  }
  const isOld = unixSeconds(world.clock) - message.date > twoDays
  if (message.chat.kind !== 'private' && isAdministrator(message.chat, bot.id)) return true
  return !isOld && (message.from === bot || message.chat.kind === 'private')
}

/** Takes one message away for everyone. */
export const deleteMessage: Method = {
  supported: ['chat_id', 'message_id'],
  run({ world, bot, parameters }) {
    const chatId = parameters.text('chat_id')
    const messageId = parameters.integer('message_id', 0, 0)
    if (chatId === '') throw refuse('chatIdentifierMissing')
    if (messageId === 0) throw refuse('messageIdentifierMissing')
    const chat = requireChat(world, bot, chatId)
    const message = requireMessage(chat, bot, messageId, 'deleteNotFound')
    if (!canDelete(world, bot, message)) throw refuse('cannotDelete')
    erase(world, message)
    return true
  },
}

/** Takes up to a hundred messages away; those that are gone are skipped. */
export const deleteMessages: Method = {
  supported: ['chat_id', 'message_ids'],
  run({ world, bot, parameters }) {
    const ids = readMessageIds(parameters)
    const chat = requireChat(world, bot, parameters.text('chat_id'))
    const messages = ids.flatMap((id) => chat.messages.get(id) ?? [])
    const known = messages.filter((message) => knows(message, bot))
    if (known.some((message) => !canDelete(world, bot, message))) throw refuse('cannotDelete')
    for (const message of known) erase(world, message)
    return true
  },
}
