import { requireChat } from '../access.ts'
import { isAdministrator, membersOf } from '../chats.ts'
import { memberWire } from '../member-wire.ts'
import { refuse } from '../refusals.ts'
import type { Method } from './method.ts'

/** Who runs a group. Other bots are left out unless asked for. */
export const getChatAdministrators: Method = {
  supported: ['chat_id', 'return_bots'],
  run({ world, bot, parameters }) {
    const chat = requireChat(world, bot, parameters.text('chat_id'))
    if (chat.kind === 'private') throw refuse('privateAdministrators')
    return membersOf(chat)
      .filter(({ id }) => isAdministrator(chat, id))
      .filter((each) => each.kind === 'person' || each === bot || parameters.flag('return_bots'))
      .map((each) => memberWire(each, chat.memberships.get(each.id) ?? null))
  },
}

/** How many are in a chat. */
export const getChatMemberCount: Method = {
  supported: ['chat_id'],
  run: ({ world, bot, parameters }) =>
    membersOf(requireChat(world, bot, parameters.text('chat_id'))).length,
}
