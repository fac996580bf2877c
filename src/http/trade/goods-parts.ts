import { html } from 'hono/html'
import type { Series } from '../../domain/facts.ts'
import { formatTime } from '../../domain/format-time.ts'
import type { Account } from '../../domain/ids.ts'
import { formatMoney } from '../../domain/money.ts'
import { DAY_SECONDS, type Way } from '../../domain/terms.ts'
import type { Html } from './page-shell.ts'
import { tidy } from './tidy.ts'
import type { TradeContext } from './trade-context.ts'

const ways = {
  'pick-up': 'page-way-pick-up',
  delivery: 'page-way-delivery',
} as const satisfies Record<Way, string>
const payouts = { direct: 'page-payout-direct', escrow: 'page-payout-escrow' } as const

/** One line of facts: what it is, and the fact. */
export type Fact = readonly [label: string, value: Html | string]

/** What every piece of a series is, as its seller published it. */
export function goodsFacts({ texts }: TradeContext, { goods }: Series): Fact[] {
  return [
    [texts.plain('page-specification'), sellers(tidy(goods.specification, 'specification'))],
    [texts.plain('page-production'), sellers(tidy(goods.production, 'production'))],
    [texts.plain('page-number'), sellers(tidy(goods.productNumber, 'productNumber'))],
    [texts.plain('page-category'), String(goods.category)],
  ]
}

/** What the terms promise, in words. */
export function termsFacts({ texts, chainName }: TradeContext, { terms, issuer }: Series): Fact[] {
  const { saleEndDay, redeemByDay } = terms
  const day = (number: number) => formatTime(number * DAY_SECONDS, texts.locale)
  return [
    [texts.plain('page-payout'), texts.plain(payouts[terms.payout])],
    [texts.plain('page-way'), terms.ways.map((way) => texts.plain(ways[way])).join(' · ')],
    ...(saleEndDay === null ? [] : [[texts.plain('page-sale-end'), day(saleEndDay)] as const]),
    ...(redeemByDay === null ? [] : [[texts.plain('page-redeem-by'), day(redeemByDay)] as const]),
    [texts.plain('page-issuer'), wholeAccount(issuer)],
    [texts.plain('page-chain'), chainName],
  ]
}

/** Facts as a list that is read line by line. */
export function factList(facts: readonly Fact[]): Html {
  return html`<dl>${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** A seller's words: escaped, and unable to turn the writing of what stands around them. */
export function sellers(text: string): Html {
  return html`<bdi>${text}</bdi>`
}

/** A whole address, which may be broken anywhere. */
export function wholeAccount(account: Account): Html {
  return html`<code>${account}</code>`
}

/** The address of a series' picture with us, or null when we do not have it. */
export function pictureUrl({ site, hasPicture }: TradeContext, { goods }: Series): string | null {
  const { pictureHash: hash } = goods
  return hasPicture(hash) ? `${site}/pictures/${hash}.jpg` : null
}

/** An amount of a series' currency. The symbol is what its contract says, so it is cut and cleaned like a seller's text. */
export function price(context: TradeContext, { terms }: Series, amount = terms.price): string {
  const { symbol, decimals } = context.coinOf(terms.currency)
  const coin = { symbol: tidy(symbol, 'productNumber'), decimals }
  return formatMoney(amount, coin, context.texts.locale)
}
