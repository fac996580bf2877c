import { requireChat, requireMessage } from './access.ts'
import type { Bot } from './accounts.ts'
import type { Content, Message } from './chat-state.ts'
import type { InlineKeyboard } from './inline-keyboards.ts'
import { settleMentions } from './mentions.ts'
import { messageWire } from './messages.ts'
import type { Parameters } from './parameters.ts'
import { changed } from './posting.ts'
import { refuse } from './refusals.ts'
import { checkMarkup, readMarkupParameter } from './sending.ts'
import type { Wire } from './wire.ts'
import type { World } from './world.ts'

/** Parameters that every editing method understands. */
export const editingParameters = [
  'chat_id',
  'message_id',
  'inline_message_id',
  'reply_markup',
] as const

/** A message about to be edited, and whether its method answers True instead of the message. */
export type Edit = { message: Message; answersTrue: boolean; keyboard: InlineKeyboard | null }

/** How a family of methods finds the message to edit. */
export type Opener = {
  parameters: readonly string[]
  open(world: World, bot: Bot, parameters: Parameters): Edit
}

function checkEditable(message: Message, bot: Bot): void {
  const isOwn = message.from === bot || message.viaBot === bot
  if (!isOwn || message.forwardOrigin || message.hadReplyMarkup) throw refuse('cannotEdit')
  if (message.content.type === 'service') throw refuse('cannotEdit')
}

/** Finds the message a call wants to edit. @throws Refusal */
export function openEdit(world: World, bot: Bot, parameters: Parameters): Edit {
  const given = readMarkupParameter(parameters)
  const messageId = parameters.integer('message_id', 0, 0)
  const chatId = parameters.text('chat_id')
  if (chatId === '' && messageId === 0) {
    const inlineId = parameters.text('inline_message_id')
    if (inlineId === '') throw refuse('messageIdentifierMissing')
    const message = world.inlineMessages.get(inlineId)
    if (!message || message.viaBot !== bot) throw refuse('inlineMessageInvalid')
    return { message, answersTrue: true, keyboard: keyboardFor(message, given) }
  }
  const chat = requireChat(world, bot, chatId)
  const message = requireMessage(chat, bot, messageId, 'editNotFound')
  checkEditable(message, bot)
  return { message, answersTrue: false, keyboard: keyboardFor(message, given) }
}

/** The buttons an edited message gets. @throws Refusal for any other markup. */
export function keyboardFor(message: Message, given: ReturnType<typeof readMarkupParameter>) {
  if (given && given.type !== 'inline') throw refuse('inlineKeyboardExpected')
  const markup = checkMarkup(given, message.chat)
  return markup?.type === 'inline' ? markup.keyboard : null
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The parts of content that make one message differ from another. */
function face(content: Content): unknown {
  if (content.type !== 'photo') return content
  return { ...content, photo: content.photo.sizes.map(({ uniqueId }) => uniqueId) }
}

/**
 * Changes a message and answers as its method does: the Message, or True for an inline one.
 * @throws Refusal `message is not modified…` when nothing would change.
 */
export function finishEdit(world: World, bot: Bot, edit: Edit, given: Content): Wire | true {
  const { message, keyboard } = edit
  const content = settleMentions(world, bot, given)
  const isNewContent = !isSame(face(content), face(message.content))
  if (!isNewContent && isSame(keyboard, message.keyboard)) throw refuse('notModified')
  // In groups edits count as messages do.
  if (!edit.answersTrue && message.chat.kind !== 'private') world.limits.spend(bot.id, message.chat)
  message.content = content
  message.keyboard = keyboard
  changed(world, message, { showsEdit: false })
  return edit.answersTrue ? true : messageWire(message, bot)
}
