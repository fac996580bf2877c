import { peopleOf } from '../helpers/people.ts'
import { buy, purchaseOf } from '../helpers/purchase.ts'
import { today } from '../helpers/scenes.ts'
import { type World, ZERO } from '../world.ts'
import type { RightsErrorName } from './rights-error-name.ts'

/** Plays what ends in one error. */
export type Scene = (world: World) => Promise<unknown>

const UNKNOWN = `0x${'01'.repeat(24)}` as const

const closed = async (world: World) => {
  const { series } = await world.publish()
  await world.call(world.issuer, 'close', [series])
  return series
}

/** The shortest scene for each error of publishing and buying. */
export const errorScenesOfSeries = {
  ArbiterOutOfForm: (world) => world.publish({ terms: { arbiter: world.stranger } }),
  AttestorOutOfForm: (world) => world.publish({ terms: { attestor: world.stranger } }),
  CurrencyNotACoin: (world) => world.publish({ terms: { currency: world.stranger } }),
  EscrowOutOfForm: (world) => world.publish({ terms: { payout: 'escrow' } }),
  GoodsIncomplete: (world) => world.publish({ goods: { name: '' } }),
  GoodsTooLong: (world) => world.publish({ goods: { name: 'x'.repeat(256) } }),
  LimitOutOfBounds: async (world) => {
    const { series } = await world.publish()
    await world.call(world.issuer, 'raiseLimit', [series, 11])
  },
  ListsDiffer: (world) => world.call(world.issuer, 'publishMany', [[]]),
  NotAttestor: async (world) => {
    const { attestor } = peopleOf(world)
    const { series } = await world.publish({ terms: { attestor }, limit: 0 })
    await world.call(world.issuer, 'raiseLimit', [series, 1])
  },
  NotIssuer: async (world) => {
    const { series } = await world.publish()
    await world.call(world.buyer, 'close', [series])
  },
  NotPaidInCoin: async (world) => {
    const { series } = await world.publish()
    const permit = [0, 0, 27, `0x${'00'.repeat(32)}`, `0x${'00'.repeat(32)}`]
    await world.call(world.buyer, 'buyWithPermit', [purchaseOf(world, series), permit])
  },
  PeriodOutOfBounds: (world) => world.publish({ terms: { answerDays: 0 } }),
  PictureUrlNotAllowed: (world) => world.publish({ goods: { pictureUrl: 'http://a' } }),
  PriceOutOfForm: (world) => world.publish({ terms: { price: 0n } }),
  QuantityOutOfBounds: async (world) => {
    const { series } = await world.publish()
    await buy(world, purchaseOf(world, series, { quantity: 0 }), 0n)
  },
  RedeemByFixed: async (world) => {
    const { series } = await world.publish()
    await world.call(world.issuer, 'extend', [series, 65_535])
  },
  RedeemByTooEarly: (world) => world.publish({ terms: { redeemByDay: 65_535 } }),
  SaleEndTooEarly: async (world) => world.publish({ terms: { saleEndDay: await today(world) } }),
  SaleEnded: async (world) => {
    const saleEndDay = (await today(world)) + 1
    const { series, terms } = await world.publish({ terms: { saleEndDay } })
    await world.goTo(saleEndDay * 86_400)
    await world.buy(series, terms)
  },
  SeriesClosed: async (world) => {
    await world.call(world.issuer, 'close', [await closed(world)])
  },
  SeriesExists: async (world) => {
    await world.publish()
    await world.publish()
  },
  SeriesUnknown: (world) => world.call(world.buyer, 'buyRight', [UNKNOWN]),
  ShareOutOfBounds: (world) => world.publish({ terms: { shareBps: 5_001 } }),
  SoldOut: async (world) => {
    await world.call(world.buyer, 'buyRight', [await closed(world)], 12_000n)
  },
  SupplyOutOfBounds: (world) => world.publish({ terms: { supply: 0 } }),
  WaysUnknown: (world) => world.publish({ terms: { ways: [] } }),
  WrongValue: async (world) => {
    const { series } = await world.publish()
    await world.call(world.buyer, 'buyRight', [series], 1n)
  },
  ERC721InvalidReceiver: async (world) => {
    const { series } = await world.publish()
    await buy(world, purchaseOf(world, series, { to: ZERO }), 12_000n)
  },
} as const satisfies Partial<Record<RightsErrorName, Scene>>
