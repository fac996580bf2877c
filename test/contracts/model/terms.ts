/** The terms of a series, with the price packed as on chain. */
export type ModelTerms = {
  readonly currency: string
  readonly price: number
  readonly supply: number
  readonly saleEndDay: number
  readonly redeemByDay: number
  readonly answerDays: number
  readonly handOverDays: number
  readonly disputeDays: number
  /** Bit 0 pick-up, bit 1 delivery. */
  readonly ways: number
  readonly payout: 'direct' | 'escrow'
  readonly shareBps: number
  readonly royaltyBps: number
  readonly arbiter: string
  readonly attestor: string
}

/** Goods data as far as the contract judges them. */
export type ModelGoods = 'fine' | 'incomplete' | 'too-long' | 'bad-picture'

/** How a coin answers. All but `false` and `revert` move the money. */
export const manners = ['true', 'nothing', 'false', 'two', 'short', 'bomb', 'revert'] as const
