import { requireChat } from '../access.ts'
import type { Content, Message } from '../chat-state.ts'
import { forwardedKeyboard } from '../inline-keyboards.ts'
import { knows } from '../messages.ts'
import { type Draft, originOf } from '../posting.ts'
import { badRequest, refuse } from '../refusals.ts'
import { send } from '../sending.ts'
import { newNumericId } from '../world.ts'
import { readMessageIds } from './message-ids.ts'
import type { Call, Method } from './method.ts'

const both = ['chat_id', 'from_chat_id', 'message_ids', 'protect_content', 'disable_notification']

/** The messages meant; those that are gone, protected or lines about the chat are skipped. */
function sources({ world, bot, parameters }: Call): Message[] {
  if (!parameters.has('from_chat_id')) throw badRequest('Parameter "from_chat_id" is required')
  const ids = readMessageIds(parameters)
  const chat = requireChat(world, bot, parameters.text('from_chat_id'))
  const found = ids.flatMap((id) => chat.messages.get(id) ?? [])
  const messages = found.filter(
    (message) => knows(message, bot) && !message.isProtected && message.content.type !== 'service',
  )
  if (messages.length === 0) throw refuse('cannotForwardAny')
  return messages
}

async function sendAll(
  call: Call,
  make: (message: Message) => { content: Content; more: Partial<Draft> },
): Promise<{ message_id: number }[]> {
  const { world, bot, parameters } = call
  const albums = new Map<string, string>()
  const sent: { message_id: number }[] = []
  for (const message of sources(call)) {
    const { content, more } = make(message)
    const old = message.mediaGroupId
    if (old !== null && !albums.has(old)) albums.set(old, newNumericId())
    const mediaGroupId = old === null ? null : (albums.get(old) ?? null)
    const { id } = await send(world, bot, parameters, () => content, { ...more, mediaGroupId })
    sent.push({ message_id: id })
  }
  return sent
}

/** Sends several messages on with their origin, albums kept together. */
export const forwardMessages: Method = {
  supported: both,
  run: (call) =>
    sendAll(call, (message) => ({
      content: message.content,
      more: {
        keyboard: forwardedKeyboard(message.keyboard, message.viaBot !== null),
        viaBot: message.viaBot,
        forwardOrigin: originOf(message),
      },
    })),
}

function withoutCaption(content: Content): Content {
  if (content.type === 'text' || content.type === 'service') return content
  return { ...content, caption: { text: '', entities: [] } }
}

/** Sends the content of several messages anew, with no trace of where it is from. */
export const copyMessages: Method = {
  supported: [...both, 'remove_caption'],
  run: (call) =>
    sendAll(call, ({ content }) => ({
      content: call.parameters.flag('remove_caption') ? withoutCaption(content) : content,
      more: {},
    })),
}
