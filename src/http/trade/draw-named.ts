import { html } from 'hono/html'
import type { Series } from '../../domain/facts.ts'
import type { Account } from '../../domain/ids.ts'
import { encodePayload } from '../../domain/links.ts'
import { shortAccount } from '../../domain/short-account.ts'
import {
  factList,
  goodsFacts,
  pictureUrl,
  price,
  sellers,
  termsFacts,
  wholeAccount,
} from './goods-parts.ts'
import type { Named, RightView, SeriesView } from './look-up-link.ts'
import type { Html, PageParts } from './page-shell.ts'
import { qrSvg } from './qr-svg.ts'
import { tidy } from './tidy.ts'
import type { TradeContext } from './trade-context.ts'

/** A page's own part, and the status it is answered with. */
export type Drawn = Pick<PageParts, 'title' | 'description' | 'picture' | 'isListed' | 'body'> & {
  status: 200 | 404 | 410 | 503
}

type Of<Type extends Named['type']> = Extract<Named, { type: Type }>

const ended = {
  open: null,
  'sold-out': 'page-sold-out',
  closed: 'page-closed',
  'sale-ended': 'page-sale-ended',
  'past-redeem-by': 'page-past-redeem-by',
} as const

const privateTexts = {
  send: ['page-send', 'page-send-lead'],
  handover: ['page-handover', 'page-handover-lead'],
  staff: ['page-staff', 'page-staff-lead'],
  purchase: ['page-purchase', 'page-purchase-lead'],
} as const

/** Draws what a link names. Pure; every text of a seller is cleaned and escaped. */
export function drawNamed(context: TradeContext, payload: string, named: Named): Drawn {
  switch (named.type) {
    case 'series':
      return drawSeries(context, payload, named)
    case 'right':
      return drawRight(context, payload, named)
    case 'list':
      return drawList(context, payload, named)
    case 'private':
      return drawPrivate(context, payload, named)
    case 'unknown':
      return drawTrouble(context, ['page-unknown', 'page-unknown-lead'])
  }
}

/** A page that only says what is wrong with a link. */
export function drawTrouble(
  context: TradeContext,
  words:
    | readonly ['page-unknown', 'page-unknown-lead']
    | readonly ['page-broken', 'page-broken-lead'],
): Drawn {
  return { ...sayOnly(context, words), status: 404 }
}

/** The page while the chain cannot be asked. */
export function drawAway(context: TradeContext): Drawn {
  return { ...sayOnly(context, ['page-away', 'page-away-lead']), status: 503 }
}

function sayOnly({ texts }: TradeContext, [title, lead]: readonly [string, string]) {
  return {
    title: texts.plain(title),
    description: texts.plain(lead),
    picture: null,
    isListed: false,
    body: html`<h1>${texts.plain(title)}</h1><p class="state">${texts.plain(lead)}</p>`,
  }
}

function drawSeries(context: TradeContext, payload: string, view: Of<'series'>): Drawn {
  const { texts } = context
  const { series, sale, contributor } = view
  const left = texts.plain('page-left', { left: series.limit - series.sold })
  const trouble = ended[sale]
  const stock = trouble === null ? left : texts.plain(trouble)
  const { shareBps } = series.terms
  const share = new Intl.NumberFormat(texts.locale, {
    style: 'percent',
    maximumFractionDigits: 2,
  }).format(shareBps / 10_000)
  return {
    ...goodsHead(context, series, [price(context, series), stock]),
    status: trouble === null || sale === 'sold-out' ? 200 : 410,
    body: html`${goodsTop(context, series)}
<p class="price">${price(context, series)}</p>
<p class="${trouble === null ? 'stock' : 'state'}">${stock}</p>
${trouble === null || sale === 'sold-out' ? openPart(context, payload) : ''}
${contributor !== null && shareBps > 0 ? html`<p class="note">${texts.plain('page-share', { share })}</p>` : ''}
${factList([...goodsFacts(context, series), ...termsFacts(context, series)])}
${descriptionPart(series)}
${promise(context)}`,
  }
}

function drawRight(context: TradeContext, payload: string, view: Of<'right'>): Drawn {
  const { texts } = context
  const { right, series, state } = view
  const isListed = state.state === 'listed' && state.price !== null
  const asked = isListed ? price(context, series, state.price ?? 0n) : ''
  const words = isListed ? asked : texts.plain('page-not-for-sale')
  return {
    ...goodsHead(context, series, [words]),
    status: isListed ? 200 : 410,
    body: html`${goodsTop(context, series)}
${isListed ? html`<p class="price">${asked}</p>` : html`<p class="state">${words}</p>`}
${isListed && right.key !== null ? html`<p class="note">${texts.plain('page-private', { account: right.key })}</p>` : ''}
${isListed ? openPart(context, payload) : ''}
${factList([
  [texts.plain('page-serial'), texts.plain('page-serial-number', { serial: right.serial })],
  ...(isListed ? [[texts.plain('page-holder'), wholeAccount(state.holder)] as const] : []),
  ...goodsFacts(context, series),
  ...termsFacts(context, series),
])}
${descriptionPart(series)}
${promise(context)}`,
  }
}

function drawList(context: TradeContext, payload: string, list: Of<'list'>): Drawn {
  const { texts } = context
  const { account, category, contributor, goods, resales, more } = list
  const title = [
    ...(account === null ? [] : [texts.plain('page-space', { account: shortAccount(account) })]),
    ...(category === null
      ? []
      : [texts.plain('page-goods-category', { category: String(category) })]),
  ].join(' · ')
  const lead = texts.plain(account === null ? 'page-category-lead' : 'page-space-lead')
  const names = [...goods, ...resales].map(({ series }) => tidy(series.goods.name, 'name'))
  const first = [...goods, ...resales].map(({ series }) => pictureUrl(context, series))
  const isEmpty = goods.length + resales.length === 0
  return {
    status: 200,
    title,
    description: isEmpty ? texts.plain('page-nothing') : names.slice(0, 5).join(' · '),
    picture: first.find((each) => each !== null) ?? null,
    isListed: true,
    body: html`<h1>${title}</h1>
<p>${lead}</p>
${account === null ? '' : html`<p>${wholeAccount(account)}</p>`}
${isEmpty ? html`<p class="state">${texts.plain('page-nothing')}</p>` : ''}
<ul class="goods">${goods.map((view) => seriesLine(context, view, contributor))}</ul>
${resales.length === 0 ? '' : html`<h2>${texts.plain('page-resales')}</h2><ul class="goods">${resales.map((view) => resaleLine(context, view))}</ul>`}
${more > 0 ? html`<p>${texts.plain('page-more', { count: more })}</p>` : ''}
${openPart(context, payload)}
${promise(context)}`,
  }
}

/** Says what such a link is for, and nothing about this one: whoever fetches it only for a preview learns nothing. */
function drawPrivate(context: TradeContext, payload: string, { about }: Of<'private'>): Drawn {
  const { texts } = context
  const [title, lead] = privateTexts[about]
  return {
    status: 200,
    title: texts.plain(title),
    description: texts.plain(lead),
    picture: null,
    isListed: false,
    body: html`<h1>${texts.plain(title)}</h1>
<p>${texts.plain(lead)}</p>
${openPart(context, payload)}`,
  }
}

function goodsHead(context: TradeContext, series: Series, words: string[]) {
  const { name, specification } = series.goods
  return {
    title: tidy(name, 'name'),
    description: [tidy(specification, 'specification'), ...words].join(' · '),
    picture: pictureUrl(context, series),
    isListed: true,
  }
}

function goodsTop(context: TradeContext, series: Series): Html {
  const name = tidy(series.goods.name, 'name')
  const picture = pictureUrl(context, series)
  const path = `/pictures/${series.goods.pictureHash}.jpg`
  return html`<h1>${sellers(name)}</h1>
${picture === null ? '' : html`<img class="picture" src="${path}" alt="${name}">`}`
}

function descriptionPart({ goods }: Series): Html | string {
  const text = tidy(goods.description, 'description')
  return text === '' ? '' : html`<p class="words">${sellers(text)}</p>`
}

function seriesLine(
  context: TradeContext,
  { series }: SeriesView,
  contributor: Account | null,
): Html {
  const payload = encodePayload({ type: 'series', series: series.id, contributor })
  const left = context.texts.plain('page-left', { left: series.limit - series.sold })
  return goodsLine(payload, series, `${price(context, series)} · ${left}`)
}

function resaleLine(context: TradeContext, { right, series, state }: RightView): Html {
  const payload = encodePayload({ type: 'right', right: right.id })
  const number = context.texts.plain('page-serial-number', { serial: right.serial })
  return goodsLine(payload, series, `${price(context, series, state.price ?? 0n)} · ${number}`)
}

function goodsLine(payload: string, { goods }: Series, words: string): Html {
  const name = sellers(tidy(goods.name, 'name'))
  const specification = sellers(tidy(goods.specification, 'specification'))
  return html`<li><a href="/t/${payload}">${name}</a><br>${specification}<br>${words}</li>`
}

function openPart({ texts, botLink }: TradeContext, payload: string): Html {
  const link = botLink(payload)
  return html`<p><a class="open" href="${link}">${texts.plain('page-open')}</a></p>
<figure>${qrSvg(link, texts.plain('page-qr'))}<figcaption>${texts.plain('page-scan')}</figcaption></figure>`
}

function promise({ texts }: TradeContext): Html {
  return html`<p class="note">${texts.plain('page-promise')}</p>`
}
