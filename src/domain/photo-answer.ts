import type { Series } from './facts.ts'

/** What it was told by: a number on it, one that could hardly be read, or its looks. */
export type ToldBy = 'number' | 'probable-number' | 'looks'

/** What a photo leads to. */
export type PhotoOutcome =
  | { type: 'found'; series: Series; by: ToldBy }
  /** Up to three to choose from; `twins` look alike, so that only the label tells. */
  | { type: 'choice'; series: Series[]; by: ToldBy | 'twins' }
  /** No product, but a kind of thing. */
  | { type: 'category' }
  | { type: 'unknown' }

/** What is answered to a photo, once it is known what can be bought. */
export type PhotoAnswer = {
  /** Texts of codes of somebody else. */
  foreign: string[]
  /** Product numbers on it that nobody sells. */
  unsold: string[]
  /** What it is, of which nothing is left. */
  soldOut: Series | null
  outcome: PhotoOutcome
  /** What kind of thing it is, and how many offers of that kind there are. */
  category: { id: number; count: number } | null
  isRough: boolean
}
