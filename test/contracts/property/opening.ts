import type { Action, Call, ModelPublication } from '../model/actions.ts'
import { type Book, NATIVE, NOBODY, type State } from '../model/state.ts'
import type { ModelTerms } from '../model/terms.ts'
import { actors, callers, claimKeys, coins, SIGNER } from './people.ts'

/** What everybody has of the chain's own coin, and of each other coin, when a story begins. */
export const PURSE = { native: 10n ** 24n, coin: 10n ** 18n } as const

const PRICE = 12 + 3 * 2 ** 27 // 12 × 10^3
const ODD_PRICE = 33_337 // where rounding shows

/** Terms of a plain series: native, direct, pick-up, nothing shared, no end. */
export const plain: ModelTerms = {
  currency: NATIVE,
  price: PRICE,
  supply: 60,
  saleEndDay: 0,
  redeemByDay: 0,
  answerDays: 5,
  handOverDays: 7,
  disputeDays: 0,
  ways: 1,
  payout: 'direct',
  shareBps: 0,
  royaltyBps: 0,
  arbiter: NOBODY,
  attestor: NOBODY,
}

/** The state of things when nothing has been published yet. */
export function emptyState(time: number): State {
  const owners = [...callers, SIGNER, ...claimKeys]
  const purses: Record<string, bigint> = {}
  for (const owner of owners) purses[`native>${owner}`] = PURSE.native
  for (const coin of coins) for (const owner of callers) purses[`${coin}>${owner}`] = PURSE.coin
  return {
    time,
    locked: false,
    series: {},
    rights: {},
    operators: {},
    staff: {},
    credits: {},
    purses,
    allowances: {},
    coins: Object.fromEntries(
      coins.map((name) => [
        name,
        {
          manner: 'true',
          feeBps: 0,
          shutOut: NOBODY,
          plan: null,
          isModern: name === 'usd',
          permits: {},
          spent: {},
        },
      ]),
    ),
    actors: Object.fromEntries(
      Object.entries(actors).map(([name, key]) => [
        name,
        { key, refusesMoney: false, refusesRights: false, plan: null },
      ]),
    ),
    echoes: [],
  }
}

/** The first actions of every story: series of all kinds, allowances and staff. */
export function opening(time: number): Action[] {
  const today = Math.floor(time / 86_400)
  const ends = { saleEndDay: today + 40, redeemByDay: today + 60 }
  const both = { ways: 3, disputeDays: 21 }
  const escrow = { payout: 'escrow', ...ends } as const
  const table: Book<readonly [string, Partial<ModelTerms>]> = {
    plain: ['ida', {}],
    shared: ['ida', { royaltyBps: 777, shareBps: 1_234, price: ODD_PRICE, ...ends, ...both }],
    coined: ['ivo', { currency: 'usd', royaltyBps: 500, shareBps: 2_000, price: ODD_PRICE }],
    kept: ['ivo', { currency: 'usd', royaltyBps: 250, arbiter: 'art', ...escrow, ...both }],
    guarded: ['ida', { arbiter: 'ivo', price: ODD_PRICE, ...escrow, ...both }],
    risky: ['ivo', { currency: 'odd', royaltyBps: 1_000, arbiter: 'ida', ...escrow, ...both }],
    wobbly: ['ann', { currency: 'odd', royaltyBps: 300, shareBps: 5_000, price: ODD_PRICE }],
    attested: ['ann', { attestor: 'bob', shareBps: 100 }],
    coded: ['vault', { royaltyBps: 900, shareBps: 900, ways: 2, disputeDays: 30 }],
    vaulted: ['vault', { currency: 'usd', arbiter: 'dee', ...escrow, ...both }],
    counter: ['bob', { currency: 'tin', answerDays: 1, handOverDays: 1, ...escrow }],
  }
  const calls: Call[] = Object.entries(table).map(([as, [by, terms]], salt) => {
    const publication: ModelPublication = {
      as,
      terms: { ...plain, ...terms },
      goods: 'fine',
      limit: as === 'attested' ? 0 : 12,
      salt,
    }
    return { fn: 'publish', by, ...publication }
  })
  calls.push({ fn: 'raiseLimit', by: 'bob', series: 'attested', limit: 20 })
  const serving = [
    ['ida', 'sam'],
    ['ivo', 'ann'],
    ['vault', 'sam'],
  ] as const
  for (const [by, account] of serving) calls.push({ fn: 'setStaff', by, account, isStaff: true })
  const allowances: Action[] = coins.flatMap((coin) =>
    callers.map((owner) => ({ fn: 'coinAllow', coin, owner, amount: PURSE.coin, wait: 1 })),
  )
  return [...calls.map((call) => ({ ...call, wait: 1 })), ...allowances]
}
