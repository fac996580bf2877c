import type { Card } from '../domain/card.ts'
import type { Outcome } from '../domain/deal/event.ts'
import type { HeldRight, Series } from '../domain/facts.ts'
import type { Account, DealId } from '../domain/ids.ts'
import { encodePayload, type Link } from '../domain/links.ts'
import { type Coin, formatMoney } from '../domain/money.ts'
import { shortAccount } from '../domain/short-account.ts'
import { shownText } from '../domain/shown-text.ts'
import type { Texts } from '../ports/texts.ts'
import { goodsPicture, goodsWords, nameOf } from './goods-text.ts'

/** Signs of each of several names on one post. */
const NAME_LENGTH = 40

/** What every post needs. */
export type PostView = {
  series: Series
  coin: Coin
  texts: Texts
  botLink: (payload: string) => string
}

/**
 * A series as a post for groups. Its only button is a URL and the link stands in the text too, because Telegram drops a
 * whole keyboard on forwarding when it has any other button.
 */
export function postCard(view: PostView & { contributor: Account | null }): Card {
  const { series, coin, texts, contributor } = view
  const { terms } = series
  const { name, specification } = goodsWords(series.goods)
  const url = urlOf(view, { type: 'series', series: series.id, contributor })
  const html = texts.html('post', {
    name,
    specification,
    price: formatMoney(terms.price, coin, texts.locale),
    left: series.limit - series.sold,
    payout: terms.payout,
    url,
  })
  return post(view, `${html}${byContributor(texts, contributor)}`, texts.plain('button-buy'), url)
}

/** A held right that its holder sells. `isOpen` is false once it is sold or taken off sale. */
export function offerPostCard(
  view: PostView & { right: HeldRight; price: bigint; isOpen: boolean },
): Card {
  const { series, coin, texts, right, price, isOpen } = view
  const { name, specification } = goodsWords(series.goods)
  const args = { name, specification, serial: right.serial }
  if (!isOpen) return over(view, texts.html('offer-post-over', args))
  const url = urlOf(view, { type: 'right', right: right.id })
  const shown = formatMoney(price, coin, texts.locale)
  return post(
    view,
    texts.html('offer-post', { ...args, price: shown, url }),
    texts.plain('button-buy'),
    url,
  )
}

/** A send in the chat it was sent to: the link while it is open, what became of it afterwards, and never both. */
export function sendPostCard(
  view: PostView & { reference: string; secret: string; price: bigint | null; outcome: Outcome },
): Card {
  const { series, coin, texts, reference, secret, price, outcome } = view
  const { name, specification } = goodsWords(series.goods)
  if (outcome !== 'sent')
    return over(view, texts.html('send-post-over', { name, specification, outcome }))
  const url = urlOf(view, { type: 'send', reference, secret })
  const args = { name, specification, url }
  const html =
    price === null
      ? texts.html('send-post-gift', args)
      : texts.html('send-post-price', { ...args, price: formatMoney(price, coin, texts.locale) })
  return post(view, html, texts.plain('button-open'), url)
}

/** Asking somebody to pay for a purchase. */
export function payPostCard(
  view: PostView & { deal: DealId; quantity: number; account: Account },
): Card {
  const { series, coin, texts, deal, quantity, account } = view
  const url = urlOf(view, { type: 'purchase', reference: deal })
  const price = formatMoney(series.terms.price * BigInt(quantity), coin, texts.locale)
  const args = { name: nameOf(series), quantity, price, account: shortAccount(account), url }
  return post(view, texts.html('post-pay', args), texts.plain('button-pay', { price }), url)
}

/** A whole space. */
export function spacePostCard(
  view: Pick<PostView, 'texts' | 'botLink'> & {
    account: Account
    category: number | null
    contributor: Account | null
    names: string[]
    count: number
  },
): Card {
  const { texts, account, category, contributor, names, count } = view
  const link: Link =
    category === null
      ? { type: 'space', account, contributor }
      : { type: 'space-category', account, category, contributor }
  const url = view.botLink(encodePayload(link))
  const args = {
    account: shortAccount(account),
    names: listed(names, texts),
    count,
    url,
  }
  return {
    html: `${texts.html('post-space', args)}${byContributor(texts, contributor)}`,
    buttons: [[{ type: 'link', label: texts.plain('button-open'), url }]],
    picture: null,
  }
}

/** A category across all spaces. */
export function categoryPostCard(
  view: Pick<PostView, 'texts' | 'botLink'> & {
    category: number
    name: string
    names: string[]
    count: number
  },
): Card {
  const { texts, category, name, names, count } = view
  const url = view.botLink(encodePayload({ type: 'category', category }))
  const args = { name, names: listed(names, texts), count, url }
  return {
    html: texts.html('post-category', args),
    buttons: [[{ type: 'link', label: texts.plain('button-open'), url }]],
    picture: null,
  }
}

function listed(names: readonly string[], texts: Texts): string {
  return names.map((name) => shownText(name, NAME_LENGTH)).join(texts.plain('list-comma'))
}

function byContributor(texts: Texts, contributor: Account | null): string {
  if (contributor === null) return ''
  return `\n${texts.html('post-contributor', { account: shortAccount(contributor) })}`
}

function post({ series }: PostView, html: string, label: string, url: string): Card {
  return { html, buttons: [[{ type: 'link', label, url }]], picture: goodsPicture(series) }
}

function over({ series }: PostView, html: string): Card {
  return { html, buttons: [], picture: goodsPicture(series) }
}

function urlOf({ botLink }: PostView, link: Link): string {
  return botLink(encodePayload(link))
}
