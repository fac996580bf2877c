import type { Result } from 'ethers'
import {
  approvedWord,
  mintedWord,
  redeemedWord,
  transferredWord,
} from '../../../src/domain/effective-state.ts'
import type { Account } from '../../../src/domain/ids.ts'
import { type Terms, termsFromTuple } from '../../../src/domain/terms.ts'

/** A series as its logs tell it. */
export type LoggedSeries = { terms: Terms; limit: number; sold: number; closed: boolean }

/** What a reader of nothing but logs knows: every right's word, every series, and all money that waits. */
export type LogBook = {
  readonly words: Map<bigint, bigint>
  readonly series: Map<bigint, LoggedSeries>
  /** `currency>owner`, as addresses. */
  readonly credits: Map<string, bigint>
}

/** A decoded log of the contract. */
export type RightsLog = { readonly name: string; readonly args: Result }

const NOBODY = /^0x0{40}$/

/** A book with nothing in it, or a copy. */
export function logBook(from?: LogBook): LogBook {
  return {
    words: new Map(from?.words),
    series: new Map(from?.series),
    credits: new Map(from?.credits),
  }
}

/** Writes one more log into the book, of a block of that time. */
export function foldLog(book: LogBook, log: RightsLog, blockTime: number): void {
  foldSeries(book, log)
  foldCredits(book, log)
  foldRight(book, log, blockTime)
}

function foldRight({ words, series }: LogBook, { name, args }: RightsLog, blockTime: number): void {
  if (name === 'Moved') words.set(args['id'], args['word'])
  if (name === 'Approval') {
    const [, approved, id] = args as unknown as [Account, Account, bigint]
    words.set(id, approvedWord(words.get(id) ?? 0n, !NOBODY.test(approved), blockTime))
  }
  if (name !== 'Transfer') return
  const [from, to, id] = args as unknown as [Account, Account, bigint]
  const before = words.get(id) ?? 0n
  if (NOBODY.test(from)) words.set(id, mintedWord(to, known(series, id >> 64n).terms))
  else if (NOBODY.test(to)) words.set(id, redeemedWord(before, blockTime))
  else words.set(id, transferredWord(before, to, blockTime))
}

function foldSeries({ series }: LogBook, { name, args }: RightsLog): void {
  const change = (id: bigint, to: (before: LoggedSeries) => Partial<LoggedSeries>) => {
    const before = known(series, id)
    series.set(id, { ...before, ...to(before) })
  }
  if (name === 'Transfer' && NOBODY.test(args[0])) {
    change((args[2] as bigint) >> 64n, ({ sold }) => ({ sold: sold + 1 }))
  }
  if (args['seriesId'] === undefined) return
  const id = BigInt(args['seriesId'])
  if (name === 'Published') {
    const [terms, limit] = [termsFromTuple(args['terms']), Number(args['limit'])]
    series.set(id, { terms, limit, sold: 0, closed: false })
  }
  if (name === 'LimitRaised') change(id, () => ({ limit: Number(args['limit']) }))
  if (name === 'Closed') change(id, () => ({ limit: Number(args['sold']), closed: true }))
  if (name === 'Extended') {
    const redeemByDay = Number(args['redeemByDay'])
    change(id, ({ terms }) => ({ terms: { ...terms, redeemByDay } }))
  }
}

function foldCredits({ credits }: LogBook, { name, args }: RightsLog): void {
  if (name !== 'Credited' && name !== 'Withdrawn') return
  const key = `${args['currency']}>${args['owner']}`
  const amount = args['amount'] as bigint
  credits.set(key, (credits.get(key) ?? 0n) + (name === 'Credited' ? amount : -amount))
}

function known(series: ReadonlyMap<bigint, LoggedSeries>, id: bigint): LoggedSeries {
  const found = series.get(id)
  if (found === undefined) throw new RangeError('not published before')
  return found
}
