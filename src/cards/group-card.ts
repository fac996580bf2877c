import type { Card } from '../domain/card.ts'
import type { Texts } from '../ports/texts.ts'

/** What the bot says in a group: one sentence, and the way to the private chat. */
export function groupCard(texts: Texts, what: 'hello' | 'answer', url: string): Card {
  const html = texts.html(what === 'hello' ? 'group-hello' : 'group-answer')
  return {
    html,
    buttons: [[{ type: 'link', label: texts.plain('button-open-chat'), url }]],
    picture: null,
  }
}
