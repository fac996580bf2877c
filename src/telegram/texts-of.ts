import type { Message } from 'grammy/types'

/** Every text of a message that may hold a link. */
export function textsOf(message: Message): string[] {
  const entities = [...(message.entities ?? []), ...(message.caption_entities ?? [])]
  const hidden = entities.flatMap((each) => (each.type === 'text_link' ? [each.url] : []))
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? []
  const urls = buttons.flatMap((each) =>
    'url' in each && each.url !== undefined ? [each.url] : [],
  )
  return [message.text ?? '', message.caption ?? '', ...hidden, ...urls]
}
