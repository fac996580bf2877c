import type { Button, Card } from '../domain/card.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'

/** What people ask, in the order in which they ask it; each has a label and an answer. */
export const helpTopics = [
  'buy',
  'wallet',
  'link',
  'privacy',
  'undelivered',
  'safe',
  'send',
  'tie',
  'sell',
  'desk',
] as const

/** One of {@link helpTopics}. */
export type HelpTopic = (typeof helpTopics)[number]

const A_ROW = 2

/** Is this one of {@link helpTopics}? Buttons can be forged. */
export function isHelpTopic(topic: string): topic is HelpTopic {
  return helpTopics.some((each) => each === topic)
}

/** The questions, or the answer to one of them. */
export function helpCard(texts: Texts, topic: HelpTopic | null = null): Card {
  if (topic !== null) {
    return {
      html: `<b>${texts.html(`help-ask-${topic}`)}</b>\n\n${texts.html(`help-answer-${topic}`)}`,
      buttons: [
        [
          plainButton('help', texts.plain('button-more-help')),
          plainButton('home', texts.plain('button-home')),
        ],
      ],
      picture: null,
    }
  }
  const rows: Button[][] = []
  for (const [place, each] of helpTopics.entries()) {
    if (place % A_ROW === 0) rows.push([])
    rows.at(-1)?.push(plainButton('help', texts.plain(`button-help-${each}`), each))
  }
  return {
    html: texts.html('help'),
    buttons: [...rows, [plainButton('home', texts.plain('button-home'))]],
    picture: null,
  }
}
