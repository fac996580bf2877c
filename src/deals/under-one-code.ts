import type { Unit } from '../ports/store.ts'
import type { RightNow } from './happened.ts'

/**
 * How many rights were asked for together with this one, under the same code; 0 for all but the first of them, so that
 * news of the code is told once. A right that is not asked for stands for itself.
 */
export async function underOneCode(
  unit: Unit,
  { right: { id, changedTx }, state }: Pick<RightNow, 'right' | 'state'>,
): Promise<number> {
  if (state.state !== 'requested') return 1
  for (const { deal } of await unit.deals.find({ kind: 'redemption', right: id })) {
    const { subject, facts } = deal
    if (subject.kind !== 'redemption' || facts.type === 'absent') continue
    const rights = await Promise.all(subject.rights.map((each) => unit.index.right(each)))
    const together = rights.filter((each) => each?.changedTx === changedTx)
    if (together.length > 1) return together[0]?.id === id ? together.length : 0
  }
  return 1
}
