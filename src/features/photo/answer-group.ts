import { holdersCodeCard, photoProblemCard } from '../../cards/photo-card.ts'
import { toOpenCard } from '../../cards/to-open-card.ts'
import type { Card } from '../../domain/card.ts'
import type { Link } from '../../domain/links.ts'
import type { SentPhoto, Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'

/** More codes in one photo than these are not shown: a group is no shop window. */
const MOST_SHOWN = 3

/** What a link names as a post for a whole chat; null for what is private, and for what is not there. */
export type LinkCard = (unit: Unit, texts: Texts, link: Link) => Promise<Card | null>

/**
 * Cards that answer a group that asked about a photo with codes of ours. Whoever asks gets an answer: what is for its holder
 * alone is said to be that, and nothing else of it; what is nowhere is said to be damaged.
 */
export async function groupCards(
  unit: Unit,
  links: readonly Link[],
  { linkCard, texts, chatUrl }: { linkCard: LinkCard; texts: Texts; chatUrl: string },
): Promise<Card[]> {
  const cards: Card[] = []
  for (const link of links) {
    const card = await linkCard(unit, texts, link)
    if (card !== null && cards.length < MOST_SHOWN) cards.push(toOpenCard(card, texts))
  }
  if (cards.length > 0) return cards
  const isHolders = links.some(({ type }) => HOLDERS.has(type))
  return [isHolders ? holdersCodeCard(texts, chatUrl) : photoProblemCard(texts, 'SERIES_UNKNOWN')]
}

const HOLDERS = new Set<Link['type']>(['send', 'handover', 'purchase', 'staff'])

/** Notes in whose space a chat is, when a link says so: what is photographed there next is looked for in that space first. */
export async function noteSpace(
  unit: Unit,
  chat: SentPhoto['chat'],
  links: readonly Link[],
): Promise<void> {
  const space = links.find((link) => link.type === 'space' || link.type === 'space-category')
  if (space !== undefined && 'account' in space) await unit.chatSpaces.note(chat, space.account)
}
