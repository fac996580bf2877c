import { type Api, GrammyError, InputFile, InputMediaBuilder } from 'grammy'
import type { ReplyParameters } from 'grammy/types'
import type { Card, Picture } from '../domain/card.ts'
import { cardHash } from '../domain/card-hash.ts'
import { AppError } from '../domain/errors.ts'
import type { ChatId } from '../domain/ids.ts'
import type { Delivery, Messenger } from '../ports/messenger.ts'
import type { Painter } from '../ports/painter.ts'
import type { Pictures } from '../ports/pictures.ts'
import type { PlacedCard } from '../ports/store.ts'
import { toKeyboard } from './keyboard.ts'
import { createRedraw } from './redraw.ts'
import { telegramRefusal } from './telegram-refusal.ts'

const HTML = 'HTML' as const
const noPreview = { is_disabled: true }

type Reply = { reply_parameters?: ReplyParameters }

/** Cards in Telegram. A picture that cannot be had never holds the card up: the text comes alone. */
export function createMessenger(deps: {
  api: Api
  painter: Painter
  pictures: Pictures
}): Messenger {
  const { api, painter, pictures } = deps

  const toFile = async (picture: Picture): Promise<InputFile | null> => {
    if (picture.type === 'drawing')
      return new InputFile(await painter.paint(picture.drawing), 'card.png')
    const bytes = await pictures.load(picture.hash)
    return bytes === null ? null : new InputFile(bytes, 'picture.jpg')
  }

  const sendText = async (chat: ChatId, card: Card, reply: Reply): Promise<PlacedCard> => {
    const message = await api.sendMessage(chat, card.html, {
      parse_mode: HTML,
      link_preview_options: noPreview,
      reply_markup: { inline_keyboard: toKeyboard(card.buttons) },
      ...reply,
    })
    return placed(message.message_id, 'text', card)
  }

  const sendPhoto = async (
    chat: ChatId,
    card: Card,
    file: InputFile,
    reply: Reply,
  ): Promise<PlacedCard> => {
    const message = await api.sendPhoto(chat, file, {
      caption: card.html,
      parse_mode: HTML,
      reply_markup: { inline_keyboard: toKeyboard(card.buttons) },
      ...reply,
    })
    return placed(message.message_id, 'photo', card)
  }

  const send = async (chat: ChatId, card: Card, replyTo: number | null): Promise<PlacedCard> => {
    const reply = replyingTo(replyTo)
    const file = card.picture === null ? null : await toFile(card.picture)
    if (file === null) return sendText(chat, card, reply)
    try {
      return await sendPhoto(chat, card, file, reply)
    } catch (error) {
      if (telegramRefusal(error) !== 'no-picture') throw error
      return sendText(chat, card, reply)
    }
  }

  const edit = async (
    chat: ChatId,
    card: Card,
    place: PlacedCard,
    replyTo: number | null,
  ): Promise<PlacedCard> => {
    const reply_markup = { inline_keyboard: toKeyboard(card.buttons) }
    const { messageId, form } = place
    const isNew = card.picture !== null && card.picture.id !== place.pictureId
    if (form === 'text') {
      if (isNew) return replace(chat, card, messageId, replyTo)
      await api.editMessageText(chat, messageId, card.html, {
        parse_mode: HTML,
        link_preview_options: noPreview,
        reply_markup,
      })
      return placed(messageId, form, card)
    }
    const file = isNew && card.picture !== null ? await toFile(card.picture) : null
    const caption = { caption: card.html, parse_mode: HTML }
    if (file === null) await api.editMessageCaption(chat, messageId, { ...caption, reply_markup })
    else {
      const media = InputMediaBuilder.photo(file, caption)
      await api.editMessageMedia(chat, messageId, media, { reply_markup })
    }
    return placed(messageId, form, card)
  }

  /** Telegram cannot give a text message a picture: the card moves to the end of the chat. */
  const replace = async (
    chat: ChatId,
    card: Card,
    old: number,
    replyTo: number | null,
  ): Promise<PlacedCard> => {
    const place = await send(chat, card, replyTo)
    // A message that is gone already, or too old to delete, does no harm.
    await api.deleteMessage(chat, old).catch(() => {})
    return place
  }

  return { show, remove, redraw: createRedraw(api, waitMs) }

  async function remove(chat: ChatId, messageId: number): Promise<void> {
    try {
      await api.deleteMessage(chat, messageId)
    } catch (error) {
      const isRefusal = error instanceof GrammyError && error.error_code < 500
      if (!isRefusal || error.error_code === 429)
        throw new AppError('TELEGRAM_UNREACHABLE', { cause: error })
    }
  }

  async function show(
    chat: ChatId,
    card: Card,
    place: PlacedCard | null,
    replyTo: number | null = null,
  ): Promise<Delivery> {
    if (place !== null && place.contentHash === cardHash(card)) return { type: 'placed', place }
    try {
      if (place === null) return { type: 'placed', place: await send(chat, card, replyTo) }
      return { type: 'placed', place: await edit(chat, card, place, replyTo) }
    } catch (error) {
      return judge(error, { chat, card, place, replyTo })
    }
  }

  async function judge(
    error: unknown,
    shown: { chat: ChatId; card: Card; place: PlacedCard | null; replyTo: number | null },
  ): Promise<Delivery> {
    const { chat, card, place, replyTo } = shown
    const refusal = telegramRefusal(error)
    if (refusal === 'wait') return { type: 'wait', ms: waitMs(error) }
    if (refusal === 'unreachable') return { type: 'unreachable' }
    if (place !== null && refusal === 'same') {
      return { type: 'placed', place: placed(place.messageId, place.form, card) }
    }
    if (place !== null && (refusal === 'gone' || refusal === 'no-picture')) {
      return show(chat, card, null, replyTo)
    }
    const isRefusal = error instanceof GrammyError && error.error_code < 500
    if (isRefusal) throw new AppError('UNEXPECTED', { cause: error })
    throw new AppError('TELEGRAM_UNREACHABLE', { cause: error })
  }
}

/** What a message that answers another one has besides; one that was deleted meanwhile is answered without it. */
function replyingTo(messageId: number | null): Reply {
  if (messageId === null) return {}
  return { reply_parameters: { message_id: messageId, allow_sending_without_reply: true } }
}

function placed(messageId: number, form: 'text' | 'photo', card: Card): PlacedCard {
  return { messageId, form, pictureId: card.picture?.id ?? null, contentHash: cardHash(card) }
}

function waitMs(error: unknown): number {
  const seconds = error instanceof GrammyError ? (error.parameters.retry_after ?? 1) : 1
  return seconds * 1000
}
