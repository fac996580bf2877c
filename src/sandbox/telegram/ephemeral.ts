import { requireChat, requireDelivery } from './access.ts'
import type { Bot, Person } from './accounts.ts'
import type { Chat, Content, Message } from './chat-state.ts'
import { isAdministrator, isMember } from './chats.ts'
import { type Edit, keyboardFor, type Opener } from './editing.ts'
import { optionalFlag, optionalText, requiredInteger } from './json-fields.ts'
import { settleMentions } from './mentions.ts'
import type { Parameters } from './parameters.ts'
import { post } from './posting.ts'
import { badRequest, doors, refuse } from './refusals.ts'
import { checkMarkup, readMarkupParameter, readReply, replyTarget, send } from './sending.ts'
import { isWire } from './wire.ts'
import type { PendingCallback, World } from './world.ts'

const field = 'ephemeral_message_parameters'
/** How long after a press a bot that is no administrator may answer it with an ephemeral message. */
const pressIsFreshMs = 15_000

type Request = { receiverId: number; queryId: string; replaces: boolean }

function readRequest(parameters: Parameters): Request {
  const given = parameters.json(field, 'ephemeral message parameters')
  if (!isWire(given)) throw badRequest('Object expected as ephemeral message parameters')
  return {
    receiverId: requiredInteger(given, 'receiver_user_id'),
    queryId: optionalText(given, 'callback_query_id'),
    replaces: optionalFlag(given, 'replace_callback_query_message'),
  }
}

function requireReceiver(world: World, chat: Chat, id: number): Person {
  const account = world.accounts.get(id)
  if (account?.kind !== 'person' || !isMember(chat, id)) throw refuse('userIdInvalid')
  return account
}

function requirePress(world: World, bot: Bot, chat: Chat, request: Request): PendingCallback {
  const press = world.callbacks.get(request.queryId)
  const isTheirs = press?.bot === bot && press.person.id === request.receiverId
  if (!press || !isTheirs || press.message.chat !== chat) throw refuse('queryTooOld')
  if (world.clock.now() > press.pressedAt + pressIsFreshMs) throw refuse('ephemeralExpired')
  return press
}

function replacedBy(press: PendingCallback | null): Message {
  if (!press || press.message.ephemeral) throw refuse('inlineMessageInvalid')
  return press.message
}

/**
 * Sends a message, to one member alone when the call has `ephemeral_message_parameters`. In groups only; a bot that is no
 * administrator needs a press that is less than 15 seconds old. The specification has no words for these refusals: they
 * are the ones that others met.
 */
export async function sendToOneOrAll(
  world: World,
  bot: Bot,
  parameters: Parameters,
  content: (chat: Chat) => Content | Promise<Content>,
): Promise<Message> {
  if (!parameters.has(field)) return await send(world, bot, parameters, content)
  const request = readRequest(parameters)
  const reply = readReply(parameters)
  const given = readMarkupParameter(parameters)
  const chat = requireChat(world, bot, parameters.text('chat_id'))
  const isAdmin = chat.kind !== 'private' && isAdministrator(chat, bot.id)
  if (!isAdmin && (chat.kind === 'private' || request.queryId === '')) throw refuse('botNotAdmin')
  const receiver = requireReceiver(world, chat, request.receiverId)
  const press = request.queryId === '' ? null : requirePress(world, bot, chat, request)
  const replaces = request.replaces ? replacedBy(press) : null
  if (given && given.type !== 'inline') throw doors.unsupported('this markup for one member')
  const replyTo = replyTarget(chat, bot, reply)
  const markup = checkMarkup(given, chat)
  const made = settleMentions(world, bot, await content(chat))
  requireDelivery(world, bot, chat, made)
  if (replaces) hide(world, replaces, receiver)
  const isProtected = parameters.flag('protect_content')
  const ephemeral = { receiver, replaces }
  return post(world, { chat, from: bot, content: made, markup, replyTo, isProtected, ephemeral })
}

function hide(world: World, { chat, id, hiddenFor }: Message, from: Person): void {
  hiddenFor.add(from.id)
  const common = { personId: from.id, chatId: chat.id, messageId: id }
  world.log.append({ type: 'message-deleted', ...common })
}

/** Finds the ephemeral message a call means. @throws Refusal `EPHEMERAL_MESSAGE_ID_INVALID` */
export function requireEphemeral(world: World, bot: Bot, parameters: Parameters): Message {
  const chat = requireChat(world, bot, parameters.text('chat_id'))
  const id = parameters.integer('ephemeral_message_id', 0, 0)
  const message = chat.messages.get(-id)
  const receiverId = parameters.integer('receiver_user_id', 0)
  const isMeant = message?.from === bot && message.ephemeral?.receiver.id === receiverId
  if (!message || !isMeant) throw refuse('ephemeralInvalid')
  return message
}

/** How the methods for ephemeral messages find theirs. */
export const ephemeralOpener: Opener = {
  parameters: ['chat_id', 'receiver_user_id', 'ephemeral_message_id', 'reply_markup'],
  open(world: World, bot: Bot, parameters: Parameters): Edit {
    const given = readMarkupParameter(parameters)
    const message = requireEphemeral(world, bot, parameters)
    return { message, answersTrue: true, keyboard: keyboardFor(message, given) }
  },
}
