import { DAY_SECONDS } from '../../../src/domain/terms.ts'
import type { FunctionName } from './ask.ts'
import type { SeriesFacts, Who } from './right-facts.ts'
import type { Variant } from './variants.ts'

/** One real call on the way into a state. */
export type Step = {
  readonly call: FunctionName
  readonly by: Who
  readonly change?: Variant['change']
  /** Not at once, but on the redeem-by day. */
  readonly onRedeemByDay?: boolean
}

/** A state of a right, and how it gets there from the sale. */
export type Scenario = {
  readonly name: string
  readonly steps: readonly Step[]
  readonly isNever?: boolean
  /** The same state with something else about it: enough to ask those whom that concerns. */
  readonly isVariation?: boolean
  /** Series in which there is no such state are left out. */
  readonly existsIn?: (series: SeriesFacts) => boolean
}

const step = (call: FunctionName, by: Who, change?: Variant['change']): Step =>
  change === undefined ? { call, by } : { call, by, change }

/** Past the redeem-by day, so that both ends can be seen one after the other. */
const long: Variant['change'] = ({ series, time }) => ({
  until: BigInt((series.redeemBy ?? time) + 2 * DAY_SECONDS),
})
const bare: Variant['change'] = () => ({ commits: false })
const byDelivery: Variant['change'] = () => ({ way: 1 })
const gift: Variant['change'] = (before) => ({ ...long(before), packedPrice: 0 })

const list = step('list', 'holder', long)
const request = step('request', 'holder')
const requestDelivery = step('request', 'holder', byDelivery)
const refuse = step('refuse', 'staff')
const accept = step('accept', 'issuer')
const ship = step('ship', 'staff')
const dispute = step('dispute', 'holder')
const shipped = [requestDelivery, accept, ship]
const unserved = [request, refuse]

const delivers = (series: SeriesFacts) => series.ways.includes('delivery')
const inEscrow = (series: SeriesFacts) => series.escrow
const hasRedeemBy = (series: SeriesFacts) => series.redeemBy !== null

/** Every state, some of them twice: what a right carries along makes a difference. */
export const scenarios: readonly Scenario[] = [
  { name: 'never minted', steps: [], isNever: true },
  { name: 'held', steps: [] },
  { name: 'held, approved', steps: [step('approve', 'holder')], isVariation: true },
  { name: 'held, unserved', steps: unserved, isVariation: true },
  { name: 'listed', steps: [list] },
  {
    name: 'listed privately',
    steps: [step('list', 'holder', (before) => ({ ...long(before), taker: before.people.taker }))],
  },
  { name: 'listed, approved', steps: [list, step('approve', 'operator')], isVariation: true },
  { name: 'listed, unserved', steps: [...unserved, list], isVariation: true },
  { name: 'sent as a gift', steps: [step('send', 'holder', gift)] },
  { name: 'sent for a price', steps: [step('send', 'holder', long)] },
  {
    name: 'sent as a gift, unserved',
    steps: [...unserved, step('send', 'holder', gift)],
    isVariation: true,
  },
  { name: 'requested for pick-up', steps: [request] },
  {
    name: 'requested for pick-up without a commitment',
    steps: [step('request', 'holder', bare)],
    isVariation: true,
  },
  { name: 'requested again, once unserved', steps: [...unserved, request], isVariation: true },
  { name: 'requested by delivery', steps: [requestDelivery], existsIn: delivers },
  { name: 'accepted for pick-up', steps: [request, accept] },
  {
    name: 'accepted by delivery',
    steps: [step('requestAccepted', 'holder', byDelivery)],
    existsIn: delivers,
  },
  { name: 'shipped', steps: shipped, existsIn: delivers },
  {
    name: 'shipped without a commitment',
    steps: [step('request', 'holder', () => ({ way: 1, commits: false })), accept, ship],
    existsIn: delivers,
  },
  { name: 'disputed', steps: [...shipped, dispute], existsIn: inEscrow },
  { name: 'redeemed', steps: [request, step('handOver', 'stranger')] },
  { name: 'refunded', steps: [step('refund', 'issuer')] },
  {
    name: 'lapsed',
    steps: [{ call: 'lapse', by: 'stranger', onRedeemByDay: true }],
    existsIn: hasRedeemBy,
  },
  {
    name: 'settled',
    steps: [...shipped, dispute, step('rule', 'arbiter')],
    existsIn: inEscrow,
  },
]
