import { goodsToTuple } from '../../../src/domain/goods.ts'
import { termsToTuple } from '../../../src/domain/terms.ts'
import { publishAs, puppetThat } from '../helpers/accounts-with-code.ts'
import { shopInCoin, signAuthorization, signPermit } from '../helpers/coin-signatures.ts'
import { purchaseOf } from '../helpers/purchase.ts'
import { datedTerms, inDays } from '../helpers/scenes.ts'
import { SALT, tea, teaTerms, type World, ZERO } from '../world.ts'
import type { Preparation } from './working-call.ts'

const terms = termsToTuple(teaTerms)
const goods = goodsToTuple(tea)

const ofIssuer = async (world: World, more: unknown[] = []) => {
  const { series } = await world.publish({ terms: await datedTerms(world), limit: 4 })
  return { from: world.issuer, args: [series, ...more] }
}

/** Each function of publishing, buying and waiting money, where it works. */
export const workingCallsOfSeries: Record<string, Preparation> = {
  publish: async (world) => ({ from: world.issuer, args: [terms, goods, 10, SALT] }),
  publishMany: async (world) => ({ from: world.issuer, args: [[[terms, goods, 10, SALT]]] }),
  close: (world) => ofIssuer(world),
  raiseLimit: (world) => ofIssuer(world, [5]),
  extend: (world) => ofIssuer(world, [65_535]),
  setStaff: async (world) => ({ from: world.issuer, args: [world.other, true] }),
  buyRight: async (world) => {
    const { series } = await world.publish()
    return { from: world.buyer, args: [series], value: 12_000n }
  },
  buy: async (world) => {
    const { series } = await world.publish()
    const until = await inDays(world, 1)
    const purchase = purchaseOf(world, series, { until, keys: ['link'], contributor: world.other })
    return { from: world.buyer, args: [purchase], value: 12_000n }
  },
  buyWithPermit: async (world) => {
    const { series } = await shopInCoin(world)
    const permit = await signPermit(world, world.buyer, 12_000_000n)
    return { from: world.buyer, args: [purchaseOf(world, series), permit] }
  },
  buyWithAuthorization: async (world) => {
    const { series } = await shopInCoin(world)
    const purchase = purchaseOf(world, series)
    const authorization = await signAuthorization(world, purchase, 12_000_000n)
    return { from: world.stranger, args: [purchase, authorization] }
  },
  setApprovalForAll: async (world) => ({ from: world.buyer, args: [world.other, true] }),
  withdraw: async (world) => {
    const puppet = await puppetThat(world, 'refuse')
    const { series } = await publishAs(world, puppet)
    await world.call(world.buyer, 'buyRight', [series], 12_000n)
    await world.callOn(world.deployer, puppet, 'behave', [0, 0])
    return { from: world.stranger, args: [ZERO, puppet.at] }
  },
}
