import type { Ask, FunctionName } from './ask.ts'
import type { Moment } from './moments.ts'
import type { Who } from './right-facts.ts'
import type { Cast, SeriesKind } from './stage.ts'
import type { Variant } from './variants.ts'

/** A cell that is going to be run. */
export type PlannedCell = {
  readonly name: FunctionName
  readonly who: Who
  readonly variant: Variant
  readonly ask: Ask
}

/** One cell of the table after it was run. */
export type Cell = {
  readonly name: FunctionName
  readonly cast: Cast
  readonly kind: SeriesKind
  readonly scenario: string
  readonly who: Who
  readonly moment: Moment
  /** How the call differs from a faultless one; empty for that one. */
  readonly variant: string
  readonly answer: string
  /** In what way the chain does not do what the rules say; empty when it does. */
  readonly wrong: readonly string[]
}

/** A cell in words. */
export function toldCell(cell: Cell): string {
  const { name, cast, kind, scenario, who, moment, variant, wrong } = cell
  const how = variant === '' ? '' : ` (${variant})`
  const overlap = cast === 'each another' ? '' : `, where the ${cast}`
  return `${who} calls ${name}${how} on a right ${scenario}, ${kind} series, ${moment.words}${overlap}: ${wrong.join('; ')}`
}
