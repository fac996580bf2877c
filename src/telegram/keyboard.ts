import type { InlineKeyboardButton } from 'grammy/types'
import { encodeAction } from '../domain/callback-data.ts'
import type { Button } from '../domain/card.ts'

/** A card's buttons as Telegram wants them. */
export function toKeyboard(buttons: Button[][]): InlineKeyboardButton[][] {
  return buttons.filter((row) => row.length > 0).map((row) => row.map(toButton))
}

function toButton(button: Button): InlineKeyboardButton {
  switch (button.type) {
    case 'action':
      return {
        text: button.label,
        callback_data: encodeAction(button.action),
        ...(button.style === undefined ? {} : { style: button.style }),
      }
    case 'link':
      return { text: button.label, url: button.url }
    case 'copy':
      return { text: button.label, copy_text: { text: button.text } }
    case 'share':
      return { text: button.label, switch_inline_query_chosen_chat: shareTo(button.query) }
  }
}

function shareTo(query: string) {
  return { query, allow_user_chats: true, allow_group_chats: true, allow_channel_chats: true }
}
