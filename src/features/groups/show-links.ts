import { toOpenCard } from '../../cards/to-open-card.ts'
import type { Card } from '../../domain/card.ts'
import type { ChatId } from '../../domain/ids.ts'
import { encodePayload, type Link } from '../../domain/links.ts'
import type { Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'

/** For so long a link is not shown again in one group: whoever posts it twice has shown it once. */
const QUIET_MS = 10 * 60_000
const MOST_REMEMBERED = 10_000

/** What a link names as a post; null for what is private, and for what is not there. */
export type LinkCard = (unit: Unit, texts: Texts, link: Link) => Promise<Card | null>

/** Shows the first of these links that names something for everybody. */
export type ShowLinks = (
  unit: Unit,
  shown: { chat: ChatId; texts: Texts; links: readonly Link[] },
) => Promise<void>

/**
 * Shows in a group what a trade link names, with a way into the private chat. What was shown lately is remembered in this
 * process alone: after a restart a link may be shown once more.
 */
export function createShowLinks(deps: { linkCard: LinkCard; now: () => number }): ShowLinks {
  const shownAt = new Map<string, number>()
  return async function showLinks(unit, { chat, texts, links }) {
    for (const link of links) {
      const place = `${chat}:${encodePayload(link)}`
      const isRecent = deps.now() - (shownAt.get(place) ?? Number.NEGATIVE_INFINITY) < QUIET_MS
      if (isRecent) return
      const card = await deps.linkCard(unit, texts, link)
      if (card === null) continue
      // What is photographed there next is looked for in that space first.
      if (link.type === 'space' || link.type === 'space-category')
        await unit.chatSpaces.note(chat, link.account)
      await unit.drawings.card({
        chat,
        key: `link:${place}`,
        card: toOpenCard(card, texts),
        placement: 'new',
      })
      return unit.afterCommit(() => remember(place))
    }
  }

  function remember(place: string): void {
    if (shownAt.size >= MOST_REMEMBERED) shownAt.clear()
    shownAt.set(place, deps.now())
  }
}
