import type { Account, SeriesId } from '../../../src/domain/ids.ts'
import { packRightId } from '../../../src/domain/right-id.ts'
import { buyCall } from '../../../src/domain/rights-calls.ts'
import { DAY_SECONDS, type Terms } from '../../../src/domain/terms.ts'
import { type World, ZERO } from '../world.ts'
import { nothingOfAState, type People, type RightFacts, type SeriesFacts } from './right-facts.ts'

/** The kinds of series that the table is run in. */
export const seriesKinds = ['plain', 'direct', 'escrow', 'coin', 'coin escrow'] as const
/** One of them. */
export type SeriesKind = (typeof seriesKinds)[number]

/** Who is who; in all but the first, one account is two. */
export const casts = [
  'each another',
  'issuer is holder',
  'arbiter is holder',
  'staff is holder',
  'claim key is holder',
  'issuer is claim key',
  'taker is holder',
] as const
/** One of them. */
export type Cast = (typeof casts)[number]

const NEVER_SOLD = 9_999n

/** A series on chain, what the rules know of it, and who has which right. */
export type StagedSeries = {
  readonly facts: SeriesFacts
  readonly rightOf: (cast: Cast) => RightFacts
  readonly neverMinted: (cast: Cast) => RightFacts
  /** Rights in several states that no cell is about. */
  readonly bystanders: readonly bigint[]
}

/** The stage before any cell: series of every kind, and a right in each for every cast. */
export type Stage = {
  readonly peopleOf: (cast: Cast) => People
  readonly series: Readonly<Record<SeriesKind, StagedSeries>>
  readonly noReceiver: Account
}

/** Sets the stage. Nobody pays for gas, so that balances tell payments and nothing else. */
export async function setStage(world: World): Promise<Stage> {
  const [, issuer, holder, bystander, stranger, staff, arbiter, contributor, ...rest] =
    world.accounts as Account[]
  const [approved, operator, taker, key] = rest
  const usual = { holder, issuer, staff, arbiter, contributor, approved, operator, taker, stranger }
  const everyone = { ...usual, 'claim key': key } as People
  const coin = world.coin.at
  for (const account of world.accounts) {
    await world.callOn(account, world.coin, 'mint', [account, 10n ** 9n])
    await world.callOn(account, world.coin, 'approve', [world.rights.at, 2n ** 256n - 1n])
    await world.call(account, 'setApprovalForAll', [everyone.operator, true])
  }
  await world.call(everyone.operator, 'setApprovalForAll', [everyone.operator, false])
  await world.call(everyone.issuer, 'setStaff', [everyone.staff, true])

  const today = Math.floor((await world.now()) / DAY_SECONDS)
  const periods = { answerDays: 3, handOverDays: 4 }
  const days = { ...periods, saleEndDay: today + 2, redeemByDay: today + 12 }
  const both = { ...days, disputeDays: 21, ways: ['pick-up', 'delivery'], royaltyBps: 510 } as const
  const held = { ...both, payout: 'escrow', arbiter: everyone.arbiter } as const
  const terms: Record<SeriesKind, Partial<Terms>> = {
    plain: periods,
    direct: both,
    escrow: held,
    coin: { ...both, currency: coin },
    'coin escrow': { ...held, currency: coin },
  }

  async function publish(kind: SeriesKind): Promise<StagedSeries> {
    const published = await world.publish({ terms: { ...terms[kind], supply: 50 } })
    const { series } = published
    let sold = 0n
    const buyFor = async (account: Account) => {
      const input = { series, terms: published.terms, quantity: 1, buyer: account }
      await world.send(
        account,
        buyCall(world.rights.at, { ...input, contributor: everyone.contributor }),
      )
      sold += 1n
      return fresh(series, sold, account)
    }
    const rights = new Map<Cast, RightFacts>()
    for (const cast of casts) rights.set(cast, await buyFor(peopleOf(cast).holder))
    const bystanders = [await buyFor(everyone.holder), await buyFor(bystander as Account)]
    const [first, second] = bystanders as [RightFacts, RightFacts]
    await world.call(first.holder, 'list', [first.id, 7, ZERO, (today + 200) * DAY_SECONDS])
    await world.call(second.holder, 'request', [second.id, 0, `0x${'44'.repeat(32)}`])
    const { currency, price, royaltyBps, answerDays, handOverDays, disputeDays, ways } =
      published.terms
    return {
      facts: {
        ...{ currency, price, royaltyBps, answerDays, handOverDays, disputeDays, ways },
        issuer: everyone.issuer,
        arbiter: published.terms.arbiter,
        escrow: published.terms.payout === 'escrow',
        redeemBy: kind === 'plain' ? null : days.redeemByDay * DAY_SECONDS,
      },
      rightOf: (cast) => rights.get(cast) as RightFacts,
      neverMinted: (cast) => ({
        ...fresh(series, NEVER_SOLD, peopleOf(cast).holder),
        state: 'none',
      }),
      bystanders: bystanders.map(({ id }) => id),
    }
  }

  function peopleOf(cast: Cast): People {
    const same: Readonly<Record<Cast, Partial<People>>> = {
      'each another': {},
      'issuer is holder': { holder: everyone.issuer },
      'arbiter is holder': { holder: everyone.arbiter },
      'staff is holder': { holder: everyone.staff },
      'claim key is holder': { 'claim key': everyone.holder },
      'issuer is claim key': { 'claim key': everyone.issuer },
      'taker is holder': { taker: everyone.holder },
    }
    return { ...everyone, ...same[cast] }
  }

  const series = {} as Record<SeriesKind, StagedSeries>
  for (const kind of seriesKinds) series[kind] = await publish(kind)
  await world.ask('hardhat_setNextBlockBaseFeePerGas', ['0x0'])
  return { peopleOf, series, noReceiver: coin }
}

function fresh(series: SeriesId, serial: bigint, holder: Account): RightFacts {
  const id = BigInt(packRightId(series, serial))
  return { ...nothingOfAState, id, state: 'held', holder, unserved: false, nonce: 0 }
}
