import { AppError } from '../domain/errors.ts'
import type { Account, SeriesId } from '../domain/ids.ts'
import type { Coin } from '../domain/money.ts'
import type { Unit } from '../ports/store.ts'

/** What the issuer asks for one of a series, and in which coin: so are all prices of its rights. @throws AppError SERIES_UNKNOWN */
export async function askedPrice(
  { unit, coinOf }: { unit: Unit; coinOf: (currency: Account | null) => Coin },
  id: SeriesId,
): Promise<{ coin: Coin; price: bigint }> {
  const series = await unit.index.series(id)
  if (series === null) throw new AppError('SERIES_UNKNOWN')
  const { currency, price } = series.terms
  return { coin: coinOf(currency), price }
}
