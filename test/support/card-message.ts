import type { Button, Card } from '../../src/domain/card.ts'
import { parseHtml } from '../../src/sandbox/telegram/entities-html.ts'
import { completeText } from '../../src/sandbox/telegram/formatted-text.ts'
import type { ButtonView, MessageView, PhotoView } from '../../src/sandbox/telegram/types.ts'

const kinds: Readonly<Record<Button['type'], ButtonView['kind']>> = {
  action: 'callback',
  link: 'url',
  copy: 'copy',
  share: 'inline',
}

/** A card as a message of the bot on somebody's phone; its HTML is read as the Bot API reads it. */
export function cardMessage(card: Card, photo: PhotoView | null): MessageView {
  const { text, entities } = completeText(parseHtml(card.html))
  let index = 0
  return {
    chatId: 2,
    messageId: 1,
    at: Date.UTC(2026, 10, 24, 9, 41),
    from: { id: 2, name: 'Scrip', username: 'scrip_bot', isBot: true },
    mine: false,
    text,
    entities: entities.map((each) => ({
      ...each,
      part: text.slice(each.offset, each.offset + each.length),
    })),
    photo,
    file: null,
    service: null,
    buttons: card.buttons
      .filter((row) => row.length > 0)
      .map((row) =>
        row.map((button) => ({
          index: index++,
          label: button.label,
          kind: kinds[button.type],
          style: button.type === 'action' ? (button.style ?? null) : null,
        })),
      ),
    editedAt: null,
    revision: 0,
    via: null,
    forwardedFrom: null,
    replyTo: null,
    albumId: null,
    isProtected: false,
    isEphemeral: false,
  }
}
