import { keyOf } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import type { HeldRight, Series } from '../domain/facts.ts'
import { formatLeft } from '../domain/format-left.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { nameOf } from './goods-text.ts'

/** Something a desk has to see to; `until` in Unix seconds. */
export type OpenRequest = {
  right: HeldRight
  series: Series
  kind: 'asked' | 'requested' | 'accepted' | 'shipped' | 'disputed' | 'complete'
  until: number | null
}

const A_PAGE = 6

/** What a desk has to see to, the most urgent first; one button each. `page` counts from 0. */
export function requestsCard(view: {
  requests: readonly OpenRequest[]
  page: number
  hasDesk: boolean
  texts: Texts
  /** Unix seconds: the newest block's time. */
  now: number
}): Card {
  const { requests, texts, now, hasDesk } = view
  if (requests.length === 0) {
    const bind = plainButton('bind-wallet', texts.plain('button-bind-wallet'))
    const html = texts.html(hasDesk ? 'requests-none' : 'requests-unbound')
    const home = plainButton('home', texts.plain('button-home'))
    return { html, buttons: [[hasDesk ? home : bind]], picture: null }
  }
  const last = Math.ceil(requests.length / A_PAGE) - 1
  const page = Math.min(view.page, last)
  const shown = requests.slice(page * A_PAGE, (page + 1) * A_PAGE)
  const lines = shown.map(({ right, series, kind, until }) =>
    texts.html('requests-line', {
      name: nameOf(series),
      serial: right.serial,
      what: texts.plain(`request-kind-${kind}`),
      left: until === null ? 'none' : formatLeft(until, now, texts.locale),
    }),
  )
  const head = texts.html('requests-head', { count: requests.length })
  return {
    html: `${head}\n\n${lines.join('\n')}`,
    buttons: [...shown.map((each) => [openButton(each, texts)]), turnRow(page, last, texts)],
    picture: null,
  }
}

function openButton({ right, series }: OpenRequest, texts: Texts): Button {
  const label = texts.plain('rights-button', { name: nameOf(series), serial: right.serial })
  return plainButton('request', label, keyOf(right.id))
}

/** The version of a turning button is the page it leads to, counted from 1; 0 opens the list anew. */
function turnRow(page: number, last: number, texts: Texts): Button[] {
  const turn = (to: number, label: string): Button => ({
    type: 'action',
    label: texts.plain(label),
    action: { name: 'requests', subject: '', version: to + 1 },
  })
  return [
    ...(page > 0 ? [turn(page - 1, 'button-requests-before')] : []),
    ...(page < last ? [turn(page + 1, 'button-requests-after')] : []),
  ]
}
