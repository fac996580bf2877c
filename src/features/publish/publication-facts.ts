import { absent } from '../../deals/happened.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { ChainFacts } from '../../domain/deal/event.ts'
import type { Account, SeriesId, TxHash } from '../../domain/ids.ts'
import { seriesId } from '../../domain/series-id.ts'
import type { Unit } from '../../ports/store.ts'

/** The id that a publication will have, once its account is known; null before. */
export function publicationSeries(
  where: { chainId: number; rights: Account },
  deal: Deal,
): SeriesId | null {
  const { subject, account } = deal
  if (subject.kind !== 'publication' || account === null) return null
  const { terms, goods, salt } = subject
  return seriesId({ ...where, issuer: account, terms, goods, salt })
}

/** What the chain says of a publication: the series with exactly these goods, terms and salt is there. */
export async function publicationFacts(
  where: { chainId: number; rights: Account },
  unit: Unit,
  deal: Deal,
): Promise<ChainFacts> {
  const id = publicationSeries(where, deal)
  const found = id === null ? null : await unit.index.series(id)
  if (found === null) return absent
  const { number } = await unit.index.head()
  const txHash: TxHash | null = deal.call?.hash ?? null
  return { type: 'final', outcome: 'published', rights: [], txHash, blockNumber: number, at: 0 }
}
