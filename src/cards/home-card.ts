import type { Card } from '../domain/card.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'

/** The first screen: what this is, in two sentences, and where to go. */
export function homeCard(texts: Texts, hasBinding = false): Card {
  const wallet = hasBinding
    ? plainButton('wallets', texts.plain('button-wallets'))
    : plainButton('bind-wallet', texts.plain('button-bind-wallet'))
  return {
    html: texts.html('home'),
    buttons: [
      [
        plainButton('my-rights', texts.plain('button-my-rights')),
        plainButton('my-space', texts.plain('button-my-space')),
      ],
      [wallet, plainButton('help', texts.plain('button-help'))],
      [plainButton('language', texts.plain('button-language'), texts.plain('other-language'))],
    ],
    picture: null,
  }
}

/** A message that holds no link and answers no question: what can be done with me. */
export function unknownCard(texts: Texts, html: string): Card {
  return {
    html,
    buttons: [
      [
        plainButton('my-rights', texts.plain('button-my-rights')),
        plainButton('my-space', texts.plain('button-my-space')),
      ],
      [plainButton('help', texts.plain('button-help'))],
    ],
    picture: null,
  }
}
