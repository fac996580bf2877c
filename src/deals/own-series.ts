import { AppError } from '../domain/errors.ts'
import type { Series } from '../domain/facts.ts'
import type { PersonId, SeriesId } from '../domain/ids.ts'
import type { Unit } from '../ports/store.ts'

/** A series that an account of this person published. @throws AppError SERIES_UNKNOWN, ISSUER_ONLY */
export async function ownSeries(unit: Unit, person: PersonId, id: SeriesId): Promise<Series> {
  const series = await unit.index.series(id)
  if (series === null) throw new AppError('SERIES_UNKNOWN')
  const mine = await unit.bindings.of(person)
  if (!mine.some(({ account }) => account === series.issuer)) throw new AppError('ISSUER_ONLY')
  return series
}
