import { rightNow } from '../../deals/happened.ts'
import { deliveryOf, saidOf } from '../../deals/request-view.ts'
import { isRightId } from '../../domain/chain-subject.ts'
import type { StepDeal } from '../../ports/step-deal.ts'
import type { Unit } from '../../ports/store.ts'

/**
 * Hands a parcel's tracking number on to its holder's deal once the chain says that it was shipped under that number's
 * hash. Whoever shipped without us has told us no number; then there is nothing to hand on.
 */
export function createPassTracking(
  stepDeal: StepDeal,
): (unit: Unit, subjects: readonly string[]) => Promise<void> {
  return async function passTracking(unit, subjects) {
    for (const subject of subjects) {
      const now = isRightId(subject) ? await rightNow(unit, subject) : null
      if (now?.state.state !== 'shipped') continue
      const tracking = await saidOf(unit, now.right, 'ship', now.right.trackingHash)
      const found = tracking === null ? null : await deliveryOf(unit, now)
      if (found === null || tracking === null) continue
      await stepDeal(unit, found.deal.id, { type: 'tracked', tracking })
    }
  }
}
