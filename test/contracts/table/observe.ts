import { zeroPadValue } from 'ethers'
import type { Account } from '../../../src/domain/ids.ts'
import { unpackRightWord } from '../../../src/domain/right-word.ts'
import type { World } from '../world.ts'
import type { Payment } from './ask.ts'
import { commitmentOf } from './encode-ask.ts'
import type { RightFacts, SeriesFacts } from './right-facts.ts'

const ZERO_WORD = `0x${'00'.repeat(32)}`

/** Reads what a call has left behind, and says in words how it differs from what the rules expect. */
export function createObserver(world: World) {
  const balanceOf = async (currency: Account | null, account: Account): Promise<bigint> =>
    currency === null
      ? world.balance(account)
      : ((await world.readOf(world.coin, 'balanceOf', [account]))[0] as bigint)

  const wordsOf = (ids: readonly bigint[]) =>
    Promise.all(ids.map((id) => world.read('wordOf', id) as Promise<bigint>))

  /** Balances of these accounts and of the contract, in the series' currency. */
  const balancesOf = async (currency: Account | null, accounts: Iterable<Account>) => {
    const all = [...new Set([world.rights.at, ...accounts])]
    const found = await Promise.all(all.map((account) => balanceOf(currency, account)))
    return new Map(all.map((account, place) => [account, found[place] ?? 0n]))
  }

  /** How the right differs from what it should be. */
  async function differences(expected: RightFacts, series: SeriesFacts): Promise<string[]> {
    const [word, aux] = await Promise.all([
      world.read('wordOf', expected.id) as Promise<bigint>,
      world.read('auxiliaryOf', expected.id) as Promise<string>,
    ])
    const actual: Record<string, unknown> = { ...unpackRightWord(word), aux }
    const wanted: Record<string, unknown> = {
      owner: expected.holder,
      state: expected.state,
      approved: expected.approved !== null,
      auxLive: auxiliaryOf(expected) !== ZERO_WORD,
      unserved: expected.unserved,
      escrowed: series.escrow,
      plain:
        !series.escrow &&
        series.currency === null &&
        series.royaltyBps === 0 &&
        series.redeemBy === null,
      nonce: expected.nonce,
      until: expected.until,
      price: expected.price,
      aux: auxiliaryOf(expected).toLowerCase(),
    }
    const found = Object.keys(wanted)
      .filter((name) => actual[name] !== wanted[name])
      .map((name) => `${name} is ${String(actual[name])} instead of ${String(wanted[name])}`)
    if (
      expected.approved !== null &&
      (await world.read('getApproved', expected.id)) !== expected.approved
    )
      found.push('somebody else is approved')
    return found
  }

  function auxiliaryOf(right: RightFacts): string {
    const account = right.taker ?? right.claimKey
    if (account !== null) return zeroPadValue(account, 32)
    return right.commitment === null ? ZERO_WORD : commitmentOf(world, { right })
  }

  return { wordsOf, balancesOf, differences }
}

/** Whose balance did not change by what was to be paid. */
export function wrongPayments(
  rights: Account,
  payments: readonly Payment[],
  before: ReadonlyMap<Account, bigint>,
  after: ReadonlyMap<Account, bigint>,
): string[] {
  const due = new Map<Account, bigint>()
  for (const { from, to, amount } of payments) {
    const payer = from ?? rights
    due.set(payer, (due.get(payer) ?? 0n) - amount)
    due.set(to, (due.get(to) ?? 0n) + amount)
  }
  return [...after]
    .filter(
      ([account, balance]) => balance - (before.get(account) ?? 0n) !== (due.get(account) ?? 0n),
    )
    .map(
      ([account, balance]) =>
        `${account === rights ? 'the contract' : account} has ${balance - (before.get(account) ?? 0n)} more instead of ${due.get(account) ?? 0n}`,
    )
}
