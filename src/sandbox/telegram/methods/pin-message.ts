import { requireChat, requireMessage } from '../access.ts'
import type { Bot } from '../accounts.ts'
import type { Chat } from '../chat-state.ts'
import { isAdministrator } from '../chats.ts'
import { messageWire, textOf } from '../messages.ts'
import { post } from '../posting.ts'
import { refuse } from '../refusals.ts'
import type { Call, Method } from './method.ts'

function requirePinning(chat: Chat, bot: Bot): void {
  if (chat.kind !== 'private' && !isAdministrator(chat, bot.id)) throw refuse('pinRights')
}

/** Pins a message, which a line in the chat tells. In groups only administrators may. */
export const pinChatMessage: Method = {
  supported: ['chat_id', 'message_id', 'disable_notification'],
  run({ world, bot, parameters }: Call) {
    const chat = requireChat(world, bot, parameters.text('chat_id'))
    const id = parameters.integer('message_id', 0, 0)
    if (id === 0) throw refuse('messageIdentifierMissing')
    const message = requireMessage(chat, bot, id, 'pinNotFound')
    requirePinning(chat, bot)
    if (message.content.type === 'service') throw refuse('cannotPin')
    chat.pinned = [...chat.pinned.filter((other) => other !== id), id]
    post(world, {
      chat,
      from: bot,
      content: {
        type: 'service',
        fields: { pinned_message: messageWire(message, bot, true) },
        view: { type: 'message-pinned', messageId: id, text: textOf(message).text },
      },
    })
    return true
  },
}

/** Takes a pin off; without a message, the newest. */
export const unpinChatMessage: Method = {
  supported: ['chat_id', 'message_id'],
  run({ world, bot, parameters }: Call) {
    const chat = requireChat(world, bot, parameters.text('chat_id'))
    const id = parameters.integer('message_id', 0, 0) || chat.pinned.at(-1)
    if (id === undefined) throw refuse('unpinNotFound')
    requireMessage(chat, bot, id, 'unpinNotFound')
    requirePinning(chat, bot)
    chat.pinned = chat.pinned.filter((other) => other !== id)
    return true
  },
}
