import { requireChat, requireUser } from '../access.ts'
import { chatWire, peerOf } from '../chats.ts'
import { memberWire } from '../member-wire.ts'
import { messageWire } from '../messages.ts'
import { badRequest, refuse } from '../refusals.ts'
import type { Method } from './method.ts'

/** All a bot may know of a chat. */
export const getChat: Method = {
  supported: ['chat_id'],
  run({ world, bot, parameters }) {
    const chat = requireChat(world, bot, parameters.text('chat_id'))
    const { username, ...rest } = chatWire(chat, bot.id)
    const pinned = chat.messages.get(chat.pinned.at(-1) ?? 0)
    return {
      ...rest,
      ...(username === undefined ? {} : { username, active_usernames: [username] }),
      ...(pinned === undefined ? {} : { pinned_message: messageWire(pinned, bot, true) }),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
        gifts_from_channels: false,
      },
      ...(chat.kind === 'private' && peerOf(chat, bot.id).kind === 'person'
        ? {}
        : { permissions: { can_send_messages: true } }),
    }
  },
}

/** How somebody belongs to a chat. */
export const getChatMember: Method = {
  supported: ['chat_id', 'user_id'],
  run({ world, bot, parameters }) {
    const id = parameters.integer('user_id', 0, 0)
    if (id === 0) throw badRequest('Invalid user_id specified')
    const chat = requireChat(world, bot, parameters.text('chat_id'))
    if (chat.kind === 'private') {
      const participant = chat.participants.get(id)
      if (!participant) throw refuse('memberNotFound')
      return memberWire(participant, { status: 'member' })
    }
    const participant = chat.participants.get(id)
    const account = participant ?? requireUser(world, bot, id)
    return memberWire(account, chat.memberships.get(id) ?? null)
  },
}
