import { requireChat, requireDelivery, requireMessage } from './access.ts'
import type { Bot } from './accounts.ts'
import type { Chat, Content, Message } from './chat-state.ts'
import { makePhoto, type Photo } from './files.ts'
import { checkKeyboard } from './inline-keyboards.ts'
import { optionalFlag, optionalText, requiredInteger } from './json-fields.ts'
import { settleMentions } from './mentions.ts'
import type { Parameters } from './parameters.ts'
import { type Draft, post } from './posting.ts'
import { badRequest, doors, Refusal, refuse } from './refusals.ts'
import { fetchPicture } from './remote-pictures.ts'
import { checkReplyKeyboard, type Markup, readMarkup } from './reply-keyboards.ts'
import { isWire } from './wire.ts'
import type { World } from './world.ts'

/** Parameters that every sending method understands. */
export const sendingParameters = [
  'chat_id',
  'reply_parameters',
  'reply_markup',
  'protect_content',
  'disable_notification',
] as const

/** The reply a call asks for. */
export type ReplyRequest = { messageId: number; isOptional: boolean } | null

/** Reads `reply_parameters`. */
export function readReply(parameters: Parameters): ReplyRequest {
  const given = parameters.json('reply_parameters', 'reply parameters')
  if (given === undefined) return null
  if (!isWire(given)) throw badRequest('Object expected as reply parameters')
  if (Object.keys(given).length === 0) return null
  for (const name of [
    'ephemeral_message_id',
    'quote',
    'quote_parse_mode',
    'quote_entities',
    'quote_position',
  ]) {
    if (given[name] !== undefined) throw doors.unsupported(`reply_parameters.${name}`)
  }
  const messageId = requiredInteger(given, 'message_id')
  const otherChat = optionalText(given, 'chat_id')
  if (otherChat !== '' && otherChat !== parameters.text('chat_id')) {
    throw doors.unsupported('a reply in another chat')
  }
  return messageId > 0
    ? { messageId, isOptional: optionalFlag(given, 'allow_sending_without_reply') }
    : null
}

/** The message a reply is to, or null. @throws Refusal `message to be replied not found` */
export function replyTarget(chat: Chat, bot: Bot, reply: ReplyRequest): Message | null {
  if (!reply) return null
  try {
    return requireMessage(chat, bot, reply.messageId, 'replyNotFound')
  } catch (error) {
    if (reply.isOptional && error instanceof Refusal) return null
    throw error
  }
}

/** Reads `reply_markup` as text into any markup. */
export function readMarkupParameter(parameters: Parameters): Markup | null {
  return readMarkup(parameters.json('reply_markup', 'reply keyboard markup'))
}

/** Checks a markup against its chat. */
export function checkMarkup(markup: Markup | null, chat: Chat): Markup | null {
  const isPrivate = chat.kind === 'private'
  if (markup?.type === 'keyboard') checkReplyKeyboard(markup.keyboard, isPrivate)
  if (markup?.type !== 'inline') return markup
  return { type: 'inline', keyboard: checkKeyboard(markup.keyboard, isPrivate) }
}

/**
 * Sends one message for a bot, checking in the order the Bot API does: reply, markup, chat, delivery.
 * `content` is made last, so that nothing is uploaded for a message that will be refused.
 */
export async function send(
  world: World,
  bot: Bot,
  parameters: Parameters,
  content: (chat: Chat) => Content | Promise<Content>,
  more: Partial<Draft> = {},
): Promise<Message> {
  const reply = readReply(parameters)
  const given = readMarkupParameter(parameters)
  const chat = requireChat(world, bot, parameters.text('chat_id'))
  const replyTo = replyTarget(chat, bot, reply)
  const markup = checkMarkup(given, chat)
  const made = settleMentions(world, bot, await content(chat))
  requireDelivery(world, bot, chat, made)
  const isProtected = parameters.flag('protect_content')
  return post(world, { chat, from: bot, content: made, markup, replyTo, isProtected, ...more })
}

function photoByFileId(world: World, bot: Bot, fileId: string): Photo {
  const prefix = 'Wrong remote file identifier specified: '
  if (!/^[\w-]+$/.test(fileId)) throw badRequest(`${prefix}Wrong character in the string`)
  const file = world.files.find(fileId, bot)
  if (!file) throw badRequest(`${prefix}can't unserialize it. Wrong last symbol`)
  const photo = world.files.photoOf(file.uniqueId)
  if (!photo) throw badRequest("Can't use file of type Document as Photo")
  return photo
}

/** The photo a field means: an upload, `attach://name`, a file id, or an address to fetch. */
export async function readPhoto(
  world: World,
  bot: Bot,
  parameters: Parameters,
  named: { field?: string; value: string; missing: () => Refusal },
): Promise<Photo> {
  const attached = /^attach:\/\/(.*)$/s.exec(named.value)?.[1] ?? (named.value ? null : named.field)
  if (attached !== null) {
    const file = attached === undefined ? null : parameters.file(attached)
    if (!file) throw named.missing()
    return world.files.keepPhoto(await makePhoto(file.bytes))
  }
  if (named.value.includes('.')) return world.files.keepPhoto(await fetchPicture(named.value))
  return photoByFileId(world, bot, named.value)
}

/** Refuses a call without the photo it needs. */
export function noPhoto(): Refusal {
  return refuse('noPhoto')
}
