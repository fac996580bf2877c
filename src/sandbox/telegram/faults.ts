import { Refusal, tooManyRequests } from './refusals.ts'

/** Something to go wrong on purpose, for the next `times` calls that match. */
export type Fault = {
  /** In any letter case; every method when left out. */
  method?: string
  chatId?: number
  /** 1 when left out. */
  times?: number
} & (
  | { type: 'refuse'; code: number; description: string }
  | { type: 'flood'; retryAfter: number }
  /** The method runs and its answer is lost: the connection breaks. */
  | { type: 'drop-answer' }
  /** The method runs and its answer comes late. */
  | { type: 'delay-answer'; ms: number }
)

/** What becomes of an answer: lost, or late by some milliseconds. */
export type AnswerFate = { drop: boolean; delayMs: number }

/** Faults that are waiting to happen. */
export type Faults = {
  add(fault: Fault): void
  clear(): void
  /** Takes the fault for a call, if one waits: thrown when it refuses, else what becomes of the answer. */
  meet(method: string, chatId: string): AnswerFate
}

function refusalOf(fault: Fault): Refusal | null {
  if (fault.type === 'flood') return tooManyRequests(fault.retryAfter)
  return fault.type === 'refuse' ? new Refusal(fault.code, fault.description) : null
}

/** No faults. */
export function createFaults(): Faults {
  let waiting: { fault: Fault; left: number }[] = []
  return {
    add: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    clear() {
      waiting = []
    },
    meet(method, chatId) {
      const entry = waiting.find(
        ({ fault }) =>
          (fault.method === undefined || fault.method.toLowerCase() === method.toLowerCase()) &&
          (fault.chatId === undefined || String(fault.chatId) === chatId),
      )
      if (!entry) return { drop: false, delayMs: 0 }
      entry.left -= 1
      if (entry.left <= 0) waiting = waiting.filter((other) => other !== entry)
      const refusal = refusalOf(entry.fault)
      if (refusal) throw refusal
      const { fault } = entry
      return fault.type === 'delay-answer'
        ? { drop: false, delayMs: fault.ms }
        : { drop: true, delayMs: 0 }
    },
  }
}
