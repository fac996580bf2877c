/** What the relay does to the next letters of a tag, to see how both ends cope. */
export type Fault =
  | { type: 'drop' }
  | { type: 'duplicate' }
  /** Held back until {@link Faults.release}. */
  | { type: 'hold' }
  /** Held back for this long. */
  | { type: 'delay'; ms: number }

/** Faults waiting to happen. */
export type Faults = {
  /** The next `times` letters with this tag meet the fault. */
  set(tag: number, fault: Fault, times?: number): void
  /** Takes the fault for a letter of this tag, if one waits. */
  take(tag: number): Fault | null
  clear(): void
}

/** Makes an empty list of {@link Faults}. */
export function createFaults(): Faults {
  const waiting: { tag: number; fault: Fault; left: number }[] = []
  return {
    set(tag, fault, times = 1) {
      waiting.push({ tag, fault, left: times })
    },
    take(tag) {
      const index = waiting.findIndex((each) => each.tag === tag)
      const found = waiting[index]
      if (found === undefined) return null
      found.left -= 1
      if (found.left <= 0) waiting.splice(index, 1)
      return found.fault
    },
    clear() {
      waiting.length = 0
    },
  }
}
