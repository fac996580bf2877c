import type { Card } from '../domain/card.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'

/** Telegram cuts a longer label itself, in the middle of a word. */
const MOST_LABEL = 60

/** Categories that somebody's words may mean, to choose from. */
export function draftCategoryCard(view: {
  texts: Texts
  draft: string
  found: readonly { id: number; path: string }[]
}): Card {
  const { texts, draft, found } = view
  return {
    html: texts.html('draft-category-choice'),
    buttons: found.map(({ id, path }) => [plainButton('set-category', ending(path), draft, id)]),
    picture: null,
  }
}

/** The narrow end of a path says most. */
function ending(path: string): string {
  const steps = path.split(' › ')
  while (steps.length > 1 && steps.join(' › ').length > MOST_LABEL) steps.shift()
  return steps.join(' › ')
}
