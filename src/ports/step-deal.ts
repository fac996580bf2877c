import type { Deal } from '../domain/deal/deal.ts'
import type { DealEvent } from '../domain/deal/event.ts'
import type { DealId } from '../domain/ids.ts'
import type { Unit } from './store.ts'

/**
 * Takes a deal one step on inside the caller's transaction; returns the deal as it then is, or null when there is none.
 * An event that does not fit changes nothing, so that a repeated call is harmless.
 */
export type StepDeal = (unit: Unit, id: DealId, event: DealEvent) => Promise<Deal | null>
