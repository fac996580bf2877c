import type { LogDescription } from 'ethers'
import { goodsFromTuple } from '../domain/goods.ts'
import type { Account, SeriesId, TxHash } from '../domain/ids.ts'
import { toRightId } from '../domain/right-id.ts'
import { rightsInterface } from '../domain/rights-calls.ts'
import { termsFromTuple } from '../domain/terms.ts'
import type { RightsEvent } from '../ports/chain.ts'

/** A log as nodes give it. */
export type RawLog = { topics: string[]; data: string; transactionHash: string; logIndex: string }

const NOBODY = /^0x0{40}$/

/**
 * What a log of `Rights` means to the index; null for one that changes no series and no right. The reference of a mint is in
 * its transaction and filled in by who reads that.
 */
export function decodeRightsLog(log: RawLog): RightsEvent | null {
  const parsed = rightsInterface.parseLog(log)
  return parsed === null
    ? null
    : (decoders[parsed.name]?.(parsed, log.transactionHash as TxHash) ?? null)
}

const decoders: Readonly<
  Record<string, (event: LogDescription, txHash: TxHash) => RightsEvent | null>
> = {
  Published: ({ args }, txHash) => ({
    type: 'published',
    series: toSeriesId(args['seriesId']),
    issuer: args['issuer'] as Account,
    terms: termsFromTuple(args['terms']),
    goods: goodsFromTuple(args['goods']),
    limit: Number(args['limit']),
    txHash,
  }),
  LimitRaised: ({ args }, txHash) => ({
    type: 'limit-raised',
    series: toSeriesId(args['seriesId']),
    limit: Number(args['limit']),
    txHash,
  }),
  Closed: ({ args }, txHash) => ({
    type: 'closed',
    series: toSeriesId(args['seriesId']),
    sold: Number(args['sold']),
    txHash,
  }),
  Extended: ({ args }, txHash) => ({
    type: 'extended',
    series: toSeriesId(args['seriesId']),
    redeemByDay: Number(args['redeemByDay']),
    txHash,
  }),
  Approval: ({ args }, txHash) => ({
    type: 'approved',
    right: toRightId(args['tokenId']),
    isApproved: !NOBODY.test(String(args['approved'])),
    txHash,
  }),
  Moved: ({ args }, txHash) => ({
    type: 'moved',
    right: toRightId(args['id']),
    word: args['word'] as bigint,
    txHash,
  }),
  Transfer: ({ args }, txHash) => {
    const [from, to, id] = args as unknown as [Account, Account, bigint]
    const right = toRightId(id)
    if (NOBODY.test(to)) return { type: 'burned', right, txHash }
    if (NOBODY.test(from)) return { type: 'minted', right, holder: to, txHash, reference: null }
    return { type: 'transferred', right, from, to, txHash }
  },
}

function toSeriesId(value: unknown): SeriesId {
  return String(value).toLowerCase() as SeriesId
}
