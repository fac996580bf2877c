import { requireChat, requireDelivery } from '../access.ts'
import { chatIdFor, membersOf } from '../chats.ts'
import { refuse } from '../refusals.ts'
import { nameView } from '../views.ts'
import type { Method } from './method.ts'

const actions = new Set(
  `typing upload_photo record_video upload_video record_voice upload_voice upload_document
   choose_sticker find_location record_video_note upload_video_note`.split(/\s+/),
)

/** Shows for five seconds that the bot is at work. */
export const sendChatAction: Method = {
  supported: ['chat_id', 'action'],
  run({ world, bot, parameters }) {
    const action = parameters.text('action')
    if (!actions.has(action)) throw refuse('actionWrong')
    const chat = requireChat(world, bot, parameters.text('chat_id'))
    requireDelivery(world, bot, chat)
    for (const person of membersOf(chat)) {
      if (person.kind !== 'person') continue
      const chatId = chatIdFor(chat, person.id)
      world.log.append({ type: 'typing', personId: person.id, chatId, who: nameView(bot), action })
    }
    return true
  },
}
