import type { LogDescription } from 'ethers'
import type { Account, SeriesId, TxHash } from '../domain/ids.ts'
import { toRightId } from '../domain/right-id.ts'
import { rightsInterface } from '../domain/rights-calls.ts'
import { termsFromTuple } from '../domain/terms.ts'
import type { RightsEvent } from '../ports/chain.ts'
import { goodsOfLog } from './goods-of-log.ts'

/** A log as nodes give it. */
export type RawLog = { topics: string[]; data: string; transactionHash: string; logIndex: string }

const NOBODY = /^0x0{40}$/

/**
 * What a log of `Rights` means to the index; null for one that means nothing to it. The reference of a mint is in
 * its transaction and filled in by who reads that.
 * @throws Error when its data is not what the contract writes
 */
export function decodeRightsLog(log: RawLog): RightsEvent | null {
  const parsed = rightsInterface.parseLog(log)
  return parsed === null
    ? null
    : (decoders[parsed.name]?.(parsed, log.transactionHash as TxHash, log.data) ?? null)
}

type Decode = (event: LogDescription, txHash: TxHash, data: string) => RightsEvent | null

const decoders: Readonly<Record<string, Decode>> = {
  Published: ({ args }, txHash, data) => ({
    type: 'published',
    series: toSeriesId(args['seriesId']),
    issuer: args['issuer'] as Account,
    terms: termsFromTuple(args['terms']),
    goods: goodsOfLog(data),
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
    key: null,
    txHash,
  }),
  OfferTaken: ({ args }, txHash) => ({
    type: 'offer-taken',
    right: toRightId(args['id']),
    price: args['price'] as bigint,
    txHash,
  }),
  Refused: ({ args }, txHash) => ({
    type: 'refused',
    right: toRightId(args['id']),
    reason: Number(args['reason']),
    txHash,
  }),
  Shipped: ({ args }, txHash) => ({
    type: 'shipped',
    right: toRightId(args['id']),
    trackingHash: String(args['trackingHash']),
    txHash,
  }),
  Divided: ({ args }, txHash) => ({
    type: 'divided',
    right: toRightId(args['id']),
    toHolder: args['toHolder'] as bigint,
    toIssuer: args['toIssuer'] as bigint,
    txHash,
  }),
  Contributed: ({ args }, txHash) => ({
    type: 'contributed',
    series: toSeriesId(args['seriesId']),
    contributor: args['contributor'] as Account,
    quantity: Number(args['quantity']),
    amount: args['amount'] as bigint,
    txHash,
  }),
  StaffSet: ({ args }, txHash) => ({
    type: 'staff-set',
    issuer: args['issuer'] as Account,
    account: args['account'] as Account,
    isStaff: Boolean(args['isStaff']),
    txHash,
  }),
  Credited: ({ args }, txHash) => toCredit(args, args['amount'] as bigint, txHash),
  Withdrawn: ({ args }, txHash) => toCredit(args, -(args['amount'] as bigint), txHash),
  Transfer: ({ args }, txHash) => {
    const [from, to, id] = args as unknown as [Account, Account, bigint]
    const right = toRightId(id)
    if (NOBODY.test(to)) return { type: 'burned', right, txHash }
    if (NOBODY.test(from)) return { type: 'minted', right, holder: to, txHash, reference: null }
    return { type: 'transferred', right, from, to, txHash }
  },
}

function toCredit(args: LogDescription['args'], amount: bigint, txHash: TxHash): RightsEvent {
  const currency = String(args['currency'])
  return {
    type: 'credited',
    owner: args['owner'] as Account,
    currency: NOBODY.test(currency) ? null : (currency as Account),
    amount,
    txHash,
  }
}

function toSeriesId(value: unknown): SeriesId {
  return String(value).toLowerCase() as SeriesId
}
