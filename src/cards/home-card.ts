import type { Card } from '../domain/card.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'

/** The first screen: what this is, in two sentences, and where to go. */
export function homeCard(texts: Texts): Card {
  return {
    html: texts.html('home'),
    buttons: [
      [
        plainButton('my-rights', texts.plain('button-my-rights')),
        plainButton('bind-wallet', texts.plain('button-bind-wallet')),
      ],
      [
        plainButton('help', texts.plain('button-help')),
        plainButton('language', texts.plain('button-language'), texts.plain('other-language')),
      ],
    ],
    picture: null,
  }
}

/** What people ask. */
export function helpCard(texts: Texts): Card {
  return {
    html: texts.html('help'),
    buttons: [[plainButton('home', texts.plain('button-home'))]],
    picture: null,
  }
}
