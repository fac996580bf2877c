import { keyOf, spaceKey } from '../domain/button-key.ts'
import type { Button } from '../domain/card.ts'
import type { Series } from '../domain/facts.ts'
import type { Account } from '../domain/ids.ts'
import { encodePayload } from '../domain/links.ts'
import { type Coin, formatMoney } from '../domain/money.ts'
import type { PhotoAnswer } from '../domain/photo-answer.ts'
import { shortAccount } from '../domain/short-account.ts'
import { shownText } from '../domain/shown-text.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { nameOf } from './goods-text.ts'

const LABEL_LENGTH = 24

/** What a photo leads to, to be said. */
export type SeenView = {
  answer: PhotoAnswer
  /** The category's name; null when there is none. */
  categoryName: string | null
  coin: (currency: Account | null) => Coin
  texts: Texts
  botLink: (payload: string) => string
  /** For everybody in a group: buttons only open the private chat, and nothing of a stranger's code is repeated. */
  group: { chatUrl: string } | null
  /** It came with words, as a seller's does. */
  isCaptioned?: boolean
  /** It came with others, which were not looked at. */
  isOfAlbum?: boolean
}

/** The ways on from a photo. They stay right: what is sold out by then says so itself. */
export function seenButtons(view: SeenView): Button[][] {
  return view.group === null ? privateRows(view) : groupRows(view, view.group.chatUrl)
}

/** The way to everything of a kind, across spaces. */
export function categoryButton(texts: Texts, category: number, name: string): Button {
  const subject = spaceKey({ account: null, category })
  return plainButton('category', categoryLabel(texts, name), subject)
}

function privateRows({ answer, categoryName, coin, texts }: SeenView): Button[][] {
  const { outcome, category } = answer
  if (outcome.type === 'found' || outcome.type === 'choice') {
    // What was found is opened by itself, under this.
    const series = outcome.type === 'choice' ? outcome.series : []
    const label = series.length > 1 ? 'button-none-of-these' : 'button-something-else'
    const subject = category === null ? '' : spaceKey({ account: null, category: category.id })
    return [
      ...series.map((each) => [
        plainButton('show-series', labelOf({ answer, coin, texts }, each), keyOf(each.id)),
      ]),
      [plainButton('none-of-these', texts.plain(label), subject)],
    ]
  }
  return category !== null && category.count > 0
    ? [[categoryButton(texts, category.id, categoryName ?? '')]]
    : [[plainButton('home', texts.plain('button-start'))]]
}

function groupRows(view: SeenView, chatUrl: string): Button[][] {
  const { answer, categoryName, texts, botLink } = view
  const { outcome, category } = answer
  if (outcome.type === 'found' || outcome.type === 'choice') {
    const series = outcome.type === 'choice' ? outcome.series : [outcome.series]
    return series.map((each) => {
      const payload = encodePayload({ type: 'series', series: each.id, contributor: null })
      return [{ type: 'link', label: labelOf(view, each), url: botLink(payload) }]
    })
  }
  if (category === null || category.count === 0)
    return [[{ type: 'link', label: texts.plain('button-open-chat'), url: chatUrl }]]
  const url = botLink(encodePayload({ type: 'category', category: category.id }))
  return [[{ type: 'link', label: categoryLabel(texts, categoryName ?? ''), url }]]
}

/** Sellers of one thing are told apart by who they are, things by what they are called. */
function labelOf(view: Pick<SeenView, 'answer' | 'coin' | 'texts'>, series: Series): string {
  const { outcome } = view.answer
  const isOfSellers = outcome.type === 'choice' && /number$/.test(outcome.by)
  const name = isOfSellers ? '' : shownText(nameOf(series), LABEL_LENGTH)
  const { currency, price } = series.terms
  const shown = formatMoney(price, view.coin(currency), view.texts.locale)
  return `${name === '' ? shortAccount(series.issuer) : name} · ${shown}`
}

function categoryLabel(texts: Texts, name: string): string {
  return texts.plain('button-see-category', { name: shownText(name, LABEL_LENGTH) })
}
