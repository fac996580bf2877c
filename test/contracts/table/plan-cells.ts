import type { FunctionName } from './ask.ts'
import type { PlannedCell } from './cell.ts'
import type { Moment } from './moments.ts'
import { refusalOf } from './rules.ts'
import { flawed, type TablePart, thorough } from './table-parts.ts'
import { allFlaws, askOf, type Before, faultless, type Variant, variantsOf } from './variants.ts'

/** All calls that are made at one moment. A state that has run out needs only faultless ones: Held has had the others. */
export function planCells(
  part: TablePart,
  moment: Moment,
  isRunOut: boolean,
  common: Omit<Before, 'caller'>,
): readonly PlannedCell[] {
  return part.callers.flatMap((who) => {
    if (moment.isExtra && !flawed.has(who)) return []
    const isThorough = thorough.has(who) && !moment.isExtra && !isRunOut
    const before = { ...common, caller: common.people[who] }
    return part.names.flatMap((name) =>
      (isThorough ? variantsFor(name, before, flawed.has(who)) : [faultless]).map((variant) => ({
        ...{ who, name, variant },
        ask: askOf(name, before, variant),
      })),
    )
  })
}

/** Calls that role and state let through are made in every way; the others faultless, and with all flaws at once. */
function variantsFor(name: FunctionName, before: Before, isFlawed: boolean): readonly Variant[] {
  const refusal = refusalOf(name, askOf(name, before, faultless))
  const isClosed = refusal !== null && ['exists', 'caller', 'state'].includes(refusal.kind)
  if (!isClosed) return [faultless, ...variantsOf(name)]
  const flaws = isFlawed ? allFlaws(name) : null
  return flaws === null ? [faultless] : [faultless, flaws]
}
