import type { CallOf, ModelPublication } from './actions.ts'
import { isPlainContract } from './coins.ts'
import { isCanonical } from './price.ts'
import { demand, refuse } from './refusal.ts'
import { NATIVE, NOBODY, RIGHTS, type Series, type State } from './state.ts'
import type { ModelTerms } from './terms.ts'

const DAY = 86_400
const MAX_SUPPLY = 2 ** 20 - 1

/** A series exists from now on; the caller is its issuer. */
export function publish(state: State, call: CallOf<'publish'>): State {
  return publishOne(state, call.by, call)
}

/** Several, all or none. */
export function publishMany(state: State, call: CallOf<'publishMany'>): State {
  demand(call.publications.length !== 0, 'ListsDiffer')
  return call.publications.reduce((before, each) => publishOne(before, call.by, each), state)
}

/** Ends the sale for good. */
export function close(state: State, call: CallOf<'close'>): State {
  const series = ofIssuer(state, call.series, call.by)
  demand(!series.closed, 'SeriesClosed', call.series)
  return withSeries(state, call.series, { ...series, closed: true, limit: series.sold })
}

/** Lets more be sold. */
export function raiseLimit(state: State, call: CallOf<'raiseLimit'>): State {
  const series = known(state, call.series)
  const { attestor, supply } = series.terms
  if (attestor === NOBODY) demand(call.by === series.issuer, 'NotIssuer', call.series, call.by)
  else demand(call.by === attestor, 'NotAttestor', call.series, call.by)
  demand(!series.closed, 'SeriesClosed', call.series)
  const isFine = call.limit > series.limit && call.limit <= supply
  demand(isFine, 'LimitOutOfBounds', call.limit)
  return withSeries(state, call.series, { ...series, limit: call.limit })
}

/** Moves the redeem-by day later. */
export function extend(state: State, call: CallOf<'extend'>): State {
  const series = ofIssuer(state, call.series, call.by)
  const { redeemByDay, payout } = series.terms
  const isFine = redeemByDay !== 0 && call.redeemByDay > redeemByDay && payout === 'direct'
  demand(isFine, 'RedeemByFixed', call.series)
  const terms = { ...series.terms, redeemByDay: call.redeemByDay }
  return withSeries(state, call.series, { ...series, terms })
}

/** Says who serves at the caller's desk. */
export function setStaff(state: State, call: CallOf<'setStaff'>): State {
  return { ...state, staff: { ...state.staff, [`${call.by}>${call.account}`]: call.isStaff } }
}

/** Everything that the id is a hash of, as one text. */
export function tieOf(issuer: string, publication: ModelPublication): string {
  const { terms, goods, salt } = publication
  return JSON.stringify([issuer, terms, goods, salt])
}

function publishOne(state: State, issuer: string, publication: ModelPublication): State {
  const { as, terms, goods, limit } = publication
  const tie = tieOf(issuer, publication)
  const twin = Object.entries(state.series).find(([, series]) => series.tie === tie)
  if (twin !== undefined) refuse('SeriesExists', twin[0])
  checkTerms(state, issuer, terms, limit)
  demand(goods !== 'incomplete', 'GoodsIncomplete')
  demand(goods !== 'too-long', 'GoodsTooLong')
  demand(goods !== 'bad-picture', 'PictureUrlNotAllowed')
  return withSeries(state, as, { issuer, terms, limit, sold: 0, closed: false, tie })
}

function checkTerms(state: State, issuer: string, terms: ModelTerms, limit: number): void {
  const { price, supply, ways, payout, shareBps, royaltyBps, arbiter, attestor } = terms
  const delivers = ways >= 2
  const inEscrow = payout === 'escrow'
  demand(isCanonical(price), 'PriceOutOfForm', price)
  const isSupply = supply > 0 && supply <= MAX_SUPPLY && limit <= supply
  demand(isSupply, 'SupplyOutOfBounds', supply, limit)
  demand(ways > 0 && ways <= 3, 'WaysUnknown', ways)
  checkTimes(state, terms, delivers)
  demand(isCoin(state, terms.currency), 'CurrencyNotACoin', terms.currency)
  const isShared = shareBps <= 5_000 && royaltyBps <= 1_000
  demand(isShared, 'ShareOutOfBounds', shareBps, royaltyBps)
  const isEscrow = terms.redeemByDay !== 0 && shareBps === 0
  demand(!inEscrow || isEscrow, 'EscrowOutOfForm')
  const isArbiter = (arbiter !== NOBODY) === (inEscrow && delivers) && arbiter !== issuer
  demand(isArbiter, 'ArbiterOutOfForm', arbiter)
  const isAttestor = attestor === NOBODY || (attestor !== issuer && limit === 0)
  demand(isAttestor, 'AttestorOutOfForm', attestor)
}

function checkTimes(state: State, terms: ModelTerms, delivers: boolean): void {
  const { answerDays, handOverDays, disputeDays, saleEndDay, redeemByDay } = terms
  const isDispute = delivers ? disputeDays >= 21 : disputeDays === 0
  demand(answerDays > 0 && handOverDays > 0 && isDispute, 'PeriodOutOfBounds')
  demand(saleEndDay === 0 || saleEndDay * DAY > state.time, 'SaleEndTooEarly')
  if (redeemByDay === 0) return
  const isServable = saleEndDay !== 0 && redeemByDay >= saleEndDay + answerDays + handOverDays
  demand(isServable, 'RedeemByTooEarly')
}

/** Whatever has code may be a coin, but for the contract itself. */
function isCoin(state: State, currency: string): boolean {
  if (currency === NATIVE) return true
  if (currency === RIGHTS) return false
  return isPlainContract(state, currency) || state.actors[currency] !== undefined
}

/** A series that exists. */
export function known(state: State, name: string): Series {
  return state.series[name] ?? refuse('SeriesUnknown', name)
}

function ofIssuer(state: State, name: string, caller: string): Series {
  const series = known(state, name)
  demand(caller === series.issuer, 'NotIssuer', name, caller)
  return series
}

function withSeries(state: State, name: string, series: Series): State {
  return { ...state, series: { ...state.series, [name]: series } }
}
