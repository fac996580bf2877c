import { absent } from '../../deals/happened.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { ChainFacts, Happened } from '../../domain/deal/event.ts'
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

/**
 * What the chain says of a publication: the series with exactly these goods, terms and salt is there. It counts as in the
 * block that was the newest when it was first seen, and is final with that one.
 */
export async function publicationFacts(
  where: { chainId: number; rights: Account },
  unit: Unit,
  deal: Deal,
): Promise<ChainFacts> {
  const id = publicationSeries(where, deal)
  const found = id === null ? null : await unit.index.series(id)
  if (found === null) return absent
  const { number, time, finalNumber } = await unit.index.head()
  const seen = deal.facts.type === 'absent' ? null : deal.facts
  const blockNumber = seen?.blockNumber ?? number
  const txHash: TxHash | null = seen?.txHash ?? deal.call?.hash ?? null
  const happened: Happened = {
    outcome: 'published',
    rights: [],
    series: found.id,
    txHash,
    blockNumber,
  }
  if (blockNumber > finalNumber) return { type: 'done', until: null, ...happened }
  return { type: 'final', at: time, ...happened }
}
