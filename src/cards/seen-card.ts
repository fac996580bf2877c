import type { Card } from '../domain/card.ts'
import type { Series } from '../domain/facts.ts'
import { formatMoney } from '../domain/money.ts'
import type { PhotoOutcome } from '../domain/photo-answer.ts'
import { shortAccount } from '../domain/short-account.ts'
import { shownText } from '../domain/shown-text.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { categoryButton, type SeenView, seenButtons } from './seen-buttons.ts'

const NAME_LENGTH = 60
const NUMBER_LENGTH = 20
const CODE_LENGTH = 200
const MOST_CODES = 4

/** What is said to a photo that holds no link of ours. In words and never in percent: a number would sound surer than it is. */
export function seenCard(view: SeenView): Card {
  const { answer, texts, group } = view
  const { isRough } = answer
  const parts = [
    ...(group === null ? foreignPart(view) : []),
    ...answer.unsold.map((number) =>
      texts.html('photo-unsold', { number: shownText(number, NUMBER_LENGTH) }),
    ),
    ...(answer.soldOut === null
      ? []
      : [texts.html('photo-sold-out', { name: shownName(answer.soldOut) })]),
    outcomePart(view),
    ...(view.isCaptioned === true ? [texts.html('photo-to-sell')] : []),
    ...(view.isOfAlbum === true ? [texts.html('photo-of-album')] : []),
    ...(isRough ? [texts.html('photo-rough')] : []),
  ]
  const html = parts.filter((part) => part !== '').join('\n\n')
  return { html, buttons: seenButtons(view), picture: null }
}

/** What helps when a photo led nowhere, or to something else; with the way to what is of its kind. */
export function noneOfTheseCard(view: {
  texts: Texts
  category: { id: number; name: string } | null
}): Card {
  const { texts, category } = view
  return {
    html: `${texts.html('photo-none-of-these')}\n\n${texts.html('photo-what-to-do')}`,
    buttons: [
      ...(category === null ? [] : [[categoryButton(texts, category.id, category.name)]]),
      [plainButton('home', texts.plain('button-start'))],
    ],
    picture: null,
  }
}

function foreignPart({ answer, texts }: SeenView): string[] {
  if (answer.foreign.length === 0) return []
  const codes = answer.foreign.slice(0, MOST_CODES).map((each) => shownText(each, CODE_LENGTH))
  return [texts.html('photo-foreign', { count: answer.foreign.length, code: codes.join('\n') })]
}

function outcomePart(view: SeenView): string {
  const { answer, texts, categoryName, group } = view
  const { outcome, category, soldOut } = answer
  switch (outcome.type) {
    case 'found':
      return texts.html(`photo-found-${outcome.by}`, { name: shownName(outcome.series) })
    case 'choice':
      return [questionOf(texts, outcome), ...outcome.series.map((each) => lineOf(view, each))].join(
        '\n',
      )
    case 'category': {
      // What is sold out was named already; only the way to others of its kind is left to be said.
      const isKnown = soldOut !== null
      const name = shownText(categoryName ?? '', NAME_LENGTH)
      const count = category?.count ?? 0
      if (isKnown) return count > 0 ? texts.html('photo-others', { name }) : ''
      return texts.html(count > 0 ? 'photo-category' : 'photo-category-empty', { name })
    }
    case 'unknown':
      if (group !== null) return texts.html('photo-unknown')
      // A stranger's code and nothing else: what is to be said of it stands above.
      if (answer.foreign.length > 0) return ''
      return `${texts.html('photo-unknown')}\n\n${texts.html('photo-what-to-do')}`
  }
}

/** What is left of several may be only one, which is still not for sure. */
function questionOf(texts: Texts, { series, by }: Extract<PhotoOutcome, { type: 'choice' }>) {
  return series.length === 1
    ? texts.html('photo-choice-one', { by })
    : texts.html(`photo-choice-${by}`)
}

function lineOf({ texts, coin }: SeenView, series: Series): string {
  return texts.html('photo-line', {
    name: shownName(series),
    price: formatMoney(series.terms.price, coin(series.terms.currency), texts.locale),
    seller: shortAccount(series.issuer),
  })
}

function shownName(series: Series): string {
  return shownText(series.goods.name, NAME_LENGTH)
}
