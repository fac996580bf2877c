/** What is measured, in the order in which the table has it. */
export const measures = [
  'photo of 1280 px',
  'photo of 1280 px, step by step',
  'photo of 12 MP',
  'own code',
  'small own code',
  'harder look for codes',
  'scan of 1,000 vectors',
  'scan of 10,000 vectors',
  'start-up',
  'memory',
  'ten at once, the longest wait',
  'ten at once, delay of other work',
] as const

/** One of the measures. */
export type Measure = (typeof measures)[number]

/** What a value counts: times raw inference, times ten photos in a row, or the thing itself. */
export type Unit = 'inferences' | 'ten photos' | 'ms' | 'MB'

/** A measured value with its unit and, where it is a time, the milliseconds. */
export type Measured = { value: number; unit: Unit; ms: number | null }

/** What the bench of photos finds, and `snapshot.json` keeps. */
export type PhotosResult = {
  /** Raw inference of the shipped model on two threads, in milliseconds: the middle of all. */
  inferenceMs: number
  machine: { cores: number; processor: string; node: string }
  /** Processes that wanted a core, in the minute before and at the end. */
  load: { before: number; after: number }
  measured: Record<Measure, Measured>
}

/** What a value may be at most; a measure without a limit is missing. */
export const limits: Partial<Record<Measure, number>> = {
  'photo of 1280 px': 8,
  'photo of 1280 px, step by step': 10,
  'photo of 12 MP': 14,
  'own code': 5,
  'small own code': 5,
  'scan of 1,000 vectors': 0.5,
  'start-up': 300,
  memory: 250,
  'ten at once, the longest wait': 1.25,
  'ten at once, delay of other work': 100,
}
