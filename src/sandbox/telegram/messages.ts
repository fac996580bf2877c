import { type Bot, userWire } from './accounts.ts'
import type { Content, ForwardOrigin, Message } from './chat-state.ts'
import { chatWire } from './chats.ts'
import { entityWire } from './entity-wire.ts'
import { documentWire, photoWire } from './files.ts'
import { keyboardWire } from './inline-keyboards.ts'
import type { FormattedText } from './message-entity.ts'
import { type Wire, wire } from './wire.ts'

function originWire(origin: ForwardOrigin): Wire {
  return origin.type === 'user'
    ? { type: 'user', date: origin.date, sender_user: userWire(origin.user) }
    : { type: 'hidden_user', date: origin.date, sender_user_name: origin.name }
}

function captionWire(caption: FormattedText): Wire {
  return {
    caption: caption.text || null,
    caption_entities: caption.entities.length > 0 ? caption.entities.map(entityWire) : null,
  }
}

function contentWire(content: Content, bot: Bot): Wire {
  switch (content.type) {
    case 'text':
      return {
        text: content.text.text,
        entities: content.text.entities.length > 0 ? content.text.entities.map(entityWire) : null,
        link_preview_options: content.linkPreview,
      }
    case 'photo':
      return {
        photo: photoWire(content.photo, bot),
        ...captionWire(content.caption),
        show_caption_above_media: (content.isCaptionAbove && content.caption.text !== '') || null,
        has_media_spoiler: content.hasSpoiler || null,
      }
    case 'document':
      return { document: documentWire(content.document, bot), ...captionWire(content.caption) }
    case 'service':
      return content.fields
  }
}

/** The Message object as one bot gets it; a message replied to is nested one level deep. */
export function messageWire(message: Message, bot: Bot, isNested = false): Wire {
  const { replyTo, chat, ephemeral } = message
  const showsReply =
    !isNested && replyTo !== null && chat.messages.has(replyTo.id) && knows(replyTo, bot)
  return wire({
    message_id: ephemeral ? 0 : message.id,
    from: userWire(message.from),
    receiver_user: ephemeral && userWire(ephemeral.receiver),
    ephemeral_message_id: ephemeral?.id,
    chat: chatWire(chat, bot.id),
    date: message.date,
    edit_date: message.editDate,
    forward_origin: message.forwardOrigin && originWire(message.forwardOrigin),
    reply_to_message: showsReply && replyTo ? messageWire(replyTo, bot, true) : null,
    media_group_id: message.mediaGroupId,
    via_bot: message.viaBot && userWire(message.viaBot),
    has_protected_content: message.isProtected || null,
    ...contentWire(message.content, bot),
    reply_markup: message.keyboard && keyboardWire(message.keyboard),
  })
}

/** Whether a bot may name this message in a call. */
export function knows(message: Message, bot: Bot): boolean {
  return message.chat.kind === 'private' || message.knownToBots.has(bot.id)
}

/** Text or caption of a message; empty for a line about the chat itself. */
export function textOf({ content }: Message): FormattedText {
  if (content.type === 'text') return content.text
  if (content.type === 'service') return { text: '', entities: [] }
  return content.caption
}
