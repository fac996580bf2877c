import { createHash } from 'node:crypto'
import { getAddress } from 'ethers'
import { mintedWord } from '../../src/domain/effective-state.ts'
import type { Goods } from '../../src/domain/goods.ts'
import type { Account, DealId, RightId, SeriesId, TxHash } from '../../src/domain/ids.ts'
import { packRightWord, unpackRightWord } from '../../src/domain/right-word.ts'
import type { RightsEvent } from '../../src/domain/rights-event.ts'
import { plainTerms, type Terms } from '../../src/domain/terms.ts'
import type { ChainBlock } from '../../src/ports/chain-reader.ts'

/** Unix seconds of block 0; blocks are two seconds apart. */
export const START = 1_800_000_000

const hex = (text: string, digits: number) =>
  createHash('sha512').update(text).digest('hex').slice(0, digits)

/** An account by name. */
export const account = (name: string) => getAddress(`0x${hex(name, 40)}`) as Account
/** A series id by name; `prefix` fixes its first 8 bytes. */
export const series = (name: string, prefix = hex(name, 16)) =>
  `0x${prefix}${hex(`${name} `, 32)}` as SeriesId
/** The right of a series with a serial. */
export const right = (id: SeriesId, serial: number) =>
  `${id}${serial.toString(16).padStart(16, '0')}` as RightId
/** A transaction by name. */
export const tx = (name: string) => `0x${hex(name, 64)}` as TxHash
/** A deal by name. */
export const dealId = (name: string) => hex(name, 16) as DealId

/** A tin of tea. */
export const tea: Goods = {
  category: 2073,
  productNumber: 'LJ-100',
  specification: '100 g tin',
  production: 'Hangzhou, spring 2026',
  name: 'Longjing',
  description: 'Green tea',
  pictureUrl: null,
  pictureHash: null,
  unitsRoot: null,
}
/** Twelve coins of six decimals, fifty pieces. */
export const teaTerms: Terms = { ...plainTerms, price: 12_000_000n, supply: 50 }

/** A series appears. */
export function published(id: SeriesId, issuer = account('seller')): RightsEvent {
  const txHash = tx(`publish ${id}`)
  return { type: 'published', series: id, issuer, terms: teaTerms, goods: tea, limit: 50, txHash }
}

/** A right is bought. */
export function minted(
  id: RightId,
  holder = account('buyer'),
  reference: DealId | null = null,
): RightsEvent {
  return { type: 'minted', right: id, holder, txHash: tx(`mint ${id} ${holder}`), reference }
}

/** A right enters a state; `until` in Unix seconds. */
export function moved(
  id: RightId,
  state: Parameters<typeof packRightWord>[0]['state'],
  options: { holder?: Account; until?: number; nonce?: number } = {},
): RightsEvent {
  const { holder = account('buyer'), until = START + 1_000_000, nonce = 1 } = options
  const word = packRightWord({
    ...unpackRightWord(mintedWord(holder, teaTerms)),
    state,
    until,
    nonce,
  })
  return { type: 'moved', right: id, word, key: null, txHash: tx(`move ${id} ${state} ${nonce}`) }
}

/** A right's good is handed over. */
export function burned(id: RightId): RightsEvent {
  return { type: 'burned', right: id, txHash: tx(`burn ${id}`) }
}

/** Somebody else may move a right from now on, or nobody any more. */
export function approved(id: RightId, isApproved: boolean): RightsEvent {
  return { type: 'approved', right: id, isApproved, txHash: tx(`approve ${id} ${isApproved}`) }
}

/** More of a series may be sold. */
export function limitRaised(id: SeriesId, limit: number): RightsEvent {
  return { type: 'limit-raised', series: id, limit, txHash: tx(`limit ${id} ${limit}`) }
}

/** A right changes hands. */
export function transferred(id: RightId, from: Account, to: Account): RightsEvent {
  return { type: 'transferred', right: id, from, to, txHash: tx(`transfer ${id} ${to}`) }
}

/** The hash of a block of a branch; branches share their blocks below a fork only when they share the name. */
export const blockHash = (number: number, branch = 'a') =>
  `0x${hex(`block ${branch} ${number}`, 64)}`

/** A block with events. `parent` is the branch of the block below it. */
export function block(
  number: number,
  events: RightsEvent[] = [],
  branch = 'a',
  parent = branch,
): ChainBlock {
  return {
    number,
    hash: blockHash(number, branch),
    parentHash: blockHash(number - 1, parent),
    time: START + 2 * number,
    events,
  }
}
