import { getAddress } from 'ethers'
import { mintedWord } from '../../src/domain/effective-state.ts'
import type { HeldRight, Series } from '../../src/domain/facts.ts'
import { type Goods, goodsLengths } from '../../src/domain/goods.ts'
import type { Account, RightId, SeriesId, TxHash } from '../../src/domain/ids.ts'
import { packRightWord, unpackRightWord, type WordState } from '../../src/domain/right-word.ts'
import { plainTerms, type Terms } from '../../src/domain/terms.ts'

/** A series and one of its rights, as cards get them. */
export type Sample = { name: string; series: Series; right: HeldRight }

export const seller = getAddress(`0x${'5e'.repeat(20)}`) as Account
export const holder = getAddress(`0x${'b0'.repeat(20)}`) as Account
const coin = getAddress(`0x${'c0'.repeat(20)}`) as Account
const NOW = 1_800_000_000

const tea: Goods = {
  category: 2073,
  productNumber: 'LJ-100-2026',
  specification: '100 g tin, pan-fired green tea',
  production: 'Meijiawu, Hangzhou, April 2026',
  name: 'Longjing 100 g',
  description: '',
  pictureUrl: null,
  pictureHash: `0x${'ab'.repeat(32)}`,
  unitsRoot: null,
}

/** Texts at their longest, with everything that could break a message. The chain takes more than our clients publish. */
const hostile: Goods = {
  ...tea,
  name: fill('<b>‮&amp;</i>🍵', goodsLengths.name),
  productNumber: fill('"><a href=x>', goodsLengths.productNumber),
  specification: fill('</code>مرحبا', goodsLengths.specification),
  production: fill('👩‍👩‍👧‍👦 <tg-spoiler>', goodsLengths.production),
  pictureHash: `0x${'cd'.repeat(32)}`,
}

const escrow: Partial<Terms> = {
  payout: 'escrow',
  ways: ['pick-up', 'delivery'],
  saleEndDay: 20_900,
  redeemByDay: 20_960,
  disputeDays: 21,
  royaltyBps: 500,
  arbiter: coin,
}

/** Plain goods, and the worst that anybody can publish. */
export const samples: readonly Sample[] = [
  sampleOf('plain', tea, {}),
  sampleOf('hostile', hostile, escrow),
]

/** The same right in another state. */
export function inState(sample: Sample, state: WordState): HeldRight {
  const priced = state === 'listed' || state === 'sent'
  const word = packRightWord({
    ...unpackRightWord(sample.right.word),
    state,
    unserved: state === 'held' && sample.name === 'hostile',
    until: state === 'held' ? 0 : NOW + 86_400,
    price: priced ? 15_000_000n : 0n,
  })
  return { ...sample.right, word }
}

function sampleOf(name: string, goods: Goods, more: Partial<Terms>): Sample {
  const terms: Terms = { ...plainTerms, currency: coin, price: 12_000_000n, supply: 240, ...more }
  const id = `0x${'1a'.repeat(24)}` as SeriesId
  const tx = `0x${'2'.repeat(64)}` as TxHash
  const series = { id, issuer: seller, terms, goods, limit: 240, sold: 3, closed: false }
  const right: HeldRight = {
    id: `${id}${'1'.padStart(16, '0')}` as RightId,
    series: id,
    serial: 1,
    word: mintedWord(holder, terms),
    mintedTo: holder,
    key: null,
    came: { how: 'resale', from: seller, price: 15_000_000n },
    refusal: 1,
    trackingHash: null,
    reference: null,
    mintedTx: tx,
    mintedBlock: 20,
    mintedAt: NOW,
    changedTx: tx,
    changedBlock: 21,
    changedAt: NOW,
  }
  return { name, series, right }
}

function fill(text: string, length: number): string {
  return text.repeat(length).slice(0, length)
}
