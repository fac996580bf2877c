import type { Ledger } from '../../../driver/ledger.ts'
import type { TextKey } from '../core/texts-en.ts'
import { english } from '../core/texts-en.ts'

/** A right as the ledger tells it. */
export type LedgerRight = Ledger['rights'][number]

/** A step of a right's life: what happened, in which block. */
export type LifeStep = { block: string; word: string; text: TextKey | null; isEnd: boolean }

const BURNED: ReadonlySet<string> = new Set(['redeemed', 'refunded', 'lapsed', 'settled'])

/** What the same word of the chain means after another one. */
const after: Readonly<Record<string, TextKey>> = {
  'sent transferred': 'eventClaimed',
  'sent held': 'eventTakenBack',
  'listed transferred': 'eventResold',
  'listed held': 'eventUnlisted',
  'requested held': 'eventWithdrawn',
  'accepted held': 'eventWithdrawn',
}

/** The ledger's bare words for what happened to a right, oldest first. */
export function wordsOf({ history }: LedgerRight): string[] {
  return history.map((entry) => /^block \d+: (.*)$/.exec(entry)?.[1] ?? entry)
}

/** A right's life step by step. A word that nobody translated stays as the ledger has it, with `text` null. */
export function historyOf(right: LedgerRight): { steps: LifeStep[]; isBurned: boolean } {
  const words = wordsOf(right)
  return {
    isBurned: BURNED.has(right.state),
    steps: right.history.map((entry, index) => {
      const word = words[index] ?? entry
      const plain = `event_${word}`
      const known = plain in english ? (plain as TextKey) : null
      return {
        block: /^block (\d+)/.exec(entry)?.[1] ?? '',
        word,
        text: after[`${words[index - 1]} ${word}`] ?? known,
        isEnd: BURNED.has(word),
      }
    }),
  }
}
