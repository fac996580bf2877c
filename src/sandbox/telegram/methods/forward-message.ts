import { requireChat, requireMessage } from '../access.ts'
import type { Content, Message } from '../chat-state.ts'
import { readCaption } from '../formatted-text.ts'
import { forwardedKeyboard } from '../inline-keyboards.ts'
import { messageWire } from '../messages.ts'
import type { Parameters } from '../parameters.ts'
import { originOf } from '../posting.ts'
import { badRequest, type Reason, refuse } from '../refusals.ts'
import { send, sendingParameters } from '../sending.ts'
import type { Call, Method } from './method.ts'

function source({ world, bot, parameters }: Call, missing: Reason, banned: Reason): Message {
  if (!parameters.has('from_chat_id')) throw badRequest('Parameter "from_chat_id" is required')
  const chat = requireChat(world, bot, parameters.text('from_chat_id'))
  const message = requireMessage(chat, bot, parameters.integer('message_id', 0, 0), missing)
  if (message.content.type === 'service') throw refuse(banned)
  if (message.isProtected) throw refuse('protectedContent')
  return message
}

/** Sends a message on, with its origin. Buttons go along only if all of them are links. */
export const forwardMessage: Method = {
  supported: ['chat_id', 'from_chat_id', 'message_id', 'protect_content', 'disable_notification'],
  async run(call) {
    const { world, bot, parameters } = call
    const message = source(call, 'forwardNotFound', 'cannotForward')
    const sent = await send(world, bot, parameters, () => message.content, {
      keyboard: forwardedKeyboard(message.keyboard, message.viaBot !== null),
      viaBot: message.viaBot,
      forwardOrigin: originOf(message),
    })
    return messageWire(sent, bot)
  },
}

function withCaption(content: Content, parameters: Parameters): Content {
  if (content.type === 'text' || content.type === 'service') return content
  if (!parameters.names().includes('caption')) return content
  const caption = readCaption(
    parameters.text('caption'),
    parameters.text('parse_mode'),
    parameters.json('caption_entities', 'caption_entities'),
  )
  if (content.type === 'document') return { ...content, caption }
  return { ...content, caption, isCaptionAbove: parameters.flag('show_caption_above_media') }
}

/** Sends the content of a message anew, with no trace of its origin and only the buttons given. */
export const copyMessage: Method = {
  supported: [
    ...sendingParameters,
    'from_chat_id',
    'message_id',
    'caption',
    'parse_mode',
    'caption_entities',
    'show_caption_above_media',
  ],
  async run(call) {
    const { world, bot, parameters } = call
    const message = source(call, 'copyNotFound', 'cannotCopy')
    const content = withCaption(message.content, parameters)
    const sent = await send(world, bot, parameters, () => content)
    return { message_id: sent.id }
  },
}
