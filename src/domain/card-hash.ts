import { id } from 'ethers'
import type { Card } from './card.ts'
import { toJson } from './json.ts'

/** The hash of all that a card shows: equal for cards that look the same, so that such an edit can be left out. */
export function cardHash({ html, buttons, picture }: Card): string {
  return id(toJson([html, buttons, picture?.id ?? null]))
}
