import { AppError } from '../domain/errors.ts'
import type { Series } from '../domain/facts.ts'
import type { Account, RightId } from '../domain/ids.ts'
import type { Person, Unit } from '../ports/store.ts'
import { type RightNow, rightNow } from './happened.ts'

/** A right of a desk that this person serves, and the accounts of theirs that may act for it on chain. */
export type DeskRight = RightNow & { series: Series; able: Account[] }

/**
 * A right of an issuer whom this person is, or serves: by an account, or by invitation (then `able` is empty).
 * @throws AppError RIGHT_UNKNOWN, DESK_FOREIGN
 */
export async function deskRight(unit: Unit, person: Person, id: RightId): Promise<DeskRight> {
  const now = await rightNow(unit, id)
  const series = now === null ? null : await unit.index.series(now.right.series)
  if (now === null || series === null) throw new AppError('RIGHT_UNKNOWN')
  const able = await ableAt(unit, person, series.issuer)
  if (able.length > 0) return { ...now, series, able }
  const served = await unit.desks.of(person.id)
  if (!served.includes(series.issuer)) throw new AppError('DESK_FOREIGN')
  return { ...now, series, able }
}

/** The person's accounts that may act for an issuer: the issuer's own first, then those of its staff on chain. */
export async function ableAt(unit: Unit, person: Person, issuer: Account): Promise<Account[]> {
  const staff = await unit.index.staffOf(issuer)
  const mine = (await unit.bindings.of(person.id)).map(({ account }) => account)
  return [issuer, ...staff].filter((each) => mine.includes(each))
}
