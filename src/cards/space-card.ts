import { keyOf, spaceKey } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import { formatMoney } from '../domain/money.ts'
import { toVersion } from '../domain/page-version.ts'
import { shortAccount } from '../domain/short-account.ts'
import { shownText } from '../domain/shown-text.ts'
import { pageRow, plainButton } from './buttons.ts'
import { nameOf } from './goods-text.ts'
import type { SpaceProduct, SpaceResale, SpaceView } from './space-view.ts'

const NAME_LENGTH = 60
const LABEL_LENGTH = 24
const CHIPS = 6
/** Longer ones would be cut off beside another one on a phone. */
const SHORT_LABEL = 16

/** What a seller really has: categories, goods to buy, and rights that the account sells on; page by page. */
export function spaceCard(view: SpaceView): Card {
  const parts = [headOf(view), goodsPart(view), resalePart(view)].filter((part) => part !== '')
  return {
    html: parts.join('\n\n'),
    buttons: [
      ...chipRows(view),
      ...view.products.filter(({ isOver }) => !isOver).map((each) => [productButton(view, each)]),
      ...view.resales.map((each) => [resaleButton(view, each)]),
      ...pagesOf(view),
      ...wayRows(view),
    ],
    picture: null,
  }
}

function headOf({ key, texts, total, isOwn, categoryName, contributor }: SpaceView): string {
  const head =
    key.account === null
      ? texts.html('category-head', { name: shownText(categoryName ?? '', NAME_LENGTH) })
      : texts.html('space-head', { address: key.account, own: isOwn ? 'yes' : 'no' })
  const chosen =
    key.account === null || categoryName === null
      ? []
      : [texts.html('space-category', { name: shownText(categoryName, NAME_LENGTH) })]
  const brought =
    contributor === null
      ? []
      : [texts.html('space-contributor', { account: shortAccount(contributor.account) })]
  return [head, ...chosen, texts.html('space-count', { count: total }), ...brought].join('\n')
}

function goodsPart(view: SpaceView): string {
  return view.products.map((each) => productLines(view, each)).join('\n')
}

function productLines({ key, texts }: SpaceView, each: SpaceProduct): string {
  const { series, coin, isOver, copyOf } = each
  const { goods, terms, limit, sold, issuer } = series
  const line = texts.html('space-line', {
    name: shownText(goods.name, NAME_LENGTH),
    price: formatMoney(terms.price, coin, texts.locale),
    left: limit - sold,
    over: isOver ? 'yes' : 'no',
    seller: key.account === null ? shortAccount(issuer) : 'none',
  })
  if (copyOf === null) return line
  return `${line}\n${texts.html('space-copy', { account: shortAccount(copyOf) })}`
}

function resalePart({ texts, resales }: SpaceView): string {
  if (resales.length === 0) return ''
  const lines = resales.map(({ right, series, coin, price }) =>
    texts.html('space-resale-line', {
      name: shownText(nameOf(series), NAME_LENGTH),
      serial: right.serial,
      price: formatMoney(price, coin, texts.locale),
      issuer: shortAccount(series.issuer),
    }),
  )
  return [texts.html('space-resale-head'), ...lines].join('\n')
}

function chipRows({ key, categories, contributor }: SpaceView): Button[][] {
  const version = toVersion({ page: 0, contributor: contributor?.number ?? 0 })
  const rows: Button[][] = []
  for (const { category, name, count } of categories.slice(0, CHIPS)) {
    const label = `${shownText(name, LABEL_LENGTH)} · ${count}`
    const chip = plainButton('space', label, spaceKey({ ...key, category }), version)
    const last = rows.at(-1)
    const isRoom = last?.length === 1 && (last[0]?.label.length ?? 0) <= SHORT_LABEL
    if (isRoom && label.length <= SHORT_LABEL) last.push(chip)
    else rows.push([chip])
  }
  return rows
}

function productButton({ texts, contributor }: SpaceView, { series, coin }: SpaceProduct): Button {
  const price = formatMoney(series.terms.price, coin, texts.locale)
  const label = `${shownText(nameOf(series), LABEL_LENGTH)} · ${price}`
  const version = toVersion({ page: 0, contributor: contributor?.number ?? 0 })
  return plainButton('show-series', label, keyOf(series.id), version)
}

function resaleButton({ texts }: SpaceView, { right, series, coin, price }: SpaceResale): Button {
  const label = texts.plain('space-resale-button', {
    name: shownText(nameOf(series), LABEL_LENGTH),
    serial: right.serial,
    price: formatMoney(price, coin, texts.locale),
  })
  return plainButton('show-offer', label, keyOf(right.id))
}

function pagesOf({ key, page, pages, contributor, texts }: SpaceView): Button[][] {
  const name = key.account === null ? 'category' : 'space'
  const number = contributor?.number ?? 0
  const versionOf = (wanted: number) => toVersion({ page: wanted, contributor: number })
  return pageRow({ name, subject: spaceKey(key), page, pages, texts, versionOf })
}

function wayRows({ key, texts, contributor, isOwn }: SpaceView): Button[][] {
  const home = plainButton('home', texts.plain('button-home'))
  if (key.account === null) return [[home]]
  const version = toVersion({ page: 0, contributor: contributor?.number ?? 0 })
  const all = spaceKey({ account: key.account, category: null })
  return [
    ...(key.category === null
      ? []
      : [[plainButton('space', texts.plain('button-whole-space'), all, version)]]),
    [
      { type: 'share', label: texts.plain('button-share'), query: `space ${spaceKey(key)}` },
      isOwn ? plainButton('my-space', texts.plain('button-my-space')) : home,
    ],
  ]
}
