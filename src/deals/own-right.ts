import { AppError } from '../domain/errors.ts'
import type { RightId } from '../domain/ids.ts'
import type { Person, Unit } from '../ports/store.ts'
import { type RightNow, rightNow } from './happened.ts'

/**
 * A right that this person holds, as it counts now.
 * @throws AppError RIGHT_UNKNOWN, RIGHT_REDEEMED, RIGHT_NOT_YOURS
 */
export async function ownRight(unit: Unit, person: Person, id: RightId): Promise<RightNow> {
  const now = await rightNow(unit, id)
  if (now === null) throw new AppError('RIGHT_UNKNOWN')
  const bindings = await unit.bindings.of(person.id)
  if (!bindings.some(({ account }) => account === now.state.holder))
    throw new AppError('RIGHT_NOT_YOURS')
  if (now.state.burned) throw new AppError('RIGHT_REDEEMED')
  return now
}
