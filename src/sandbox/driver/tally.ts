/** What one person did since their count began. */
export type Tally = {
  /** START, buttons and keys, chats, results and people chosen, decisions in the wallet. */
  taps: number
  /** Messages, captions and changes written by hand. */
  typed: number
  /** Pictures and files sent. */
  sent: number
}

/** A kind of deed that is counted. */
export type Deed = keyof Tally

/** Counts what people do, so that a flow can be held to a number of taps. Only what was not refused counts. */
export type Tallies = {
  count(person: string, deed: Deed, times?: number): void
  of(person: string): Tally
  /** Begins a person's count anew and tells the old one. */
  reset(person: string): Tally
}

/** Counts that all begin at nothing. Opening links, scanning, looking and deleting do not count. */
export function createTallies(): Tallies {
  const all = new Map<string, Tally>()
  const of = (person: string): Tally => all.get(person) ?? { taps: 0, typed: 0, sent: 0 }
  return {
    count(person, deed, times = 1) {
      const tally = of(person)
      all.set(person, { ...tally, [deed]: tally[deed] + times })
    },
    of: (person) => ({ ...of(person) }),
    reset(person) {
      const tally = of(person)
      all.delete(person)
      return { ...tally }
    },
  }
}
