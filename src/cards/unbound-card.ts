import type { Card } from '../domain/card.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'

/** What needs an account, for somebody who has bound none. */
export function unboundCard(texts: Texts): Card {
  return {
    html: texts.html('space-unbound'),
    buttons: [
      [plainButton('bind-wallet', texts.plain('button-bind-wallet'), '', 0)],
      [plainButton('home', texts.plain('button-home'))],
    ],
    picture: null,
  }
}
