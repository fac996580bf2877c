import { keyOf } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import { effectiveState } from '../domain/effective-state.ts'
import type { HeldRight, Series } from '../domain/facts.ts'
import type { Texts } from '../ports/texts.ts'
import { pageRow, plainButton } from './buttons.ts'
import { nameOf } from './goods-text.ts'

/** A right with its series. */
export type RightView = { right: HeldRight; series: Series }

/** Rights on one page. */
export const RIGHTS_A_PAGE = 8

/** Every right this person holds or held, the living ones first; one button each, page by page. */
export function rightsCard(view: {
  /** Those of the page. */
  rights: RightView[]
  /** From 0. */
  page: number
  pages: number
  hasBinding: boolean
  texts: Texts
  /** Unix seconds: the newest block's time. */
  now: number
}): Card {
  const { rights, page, pages, hasBinding, texts, now } = view
  if (rights.length === 0) {
    const bind = plainButton('bind-wallet', texts.plain('button-bind-wallet'))
    const home = plainButton('home', texts.plain('button-home'))
    const html = texts.html(hasBinding ? 'rights-none' : 'rights-unbound')
    return { html, buttons: [[hasBinding ? home : bind]], picture: null }
  }
  const lines = rights.map((each) => lineOf(each, texts, now))
  const buttons = rights
    .filter((each) => isAlive(each, now))
    .map((each) => [rightButton(each, texts)])
  return {
    html: `${texts.html('rights-head')}\n\n${lines.join('\n')}`,
    buttons: [
      ...buttons,
      ...pageRow({ name: 'my-rights', subject: '', page, pages, texts }),
      [plainButton('export', texts.plain('button-export'))],
    ],
    picture: null,
  }
}

function lineOf({ right, series }: RightView, texts: Texts, now: number): string {
  const state = effectiveState(right.word, now)?.state ?? 'held'
  return texts.html('rights-line', {
    name: nameOf(series),
    serial: right.serial,
    state: texts.plain(`state-${state}`),
  })
}

function isAlive({ right }: RightView, now: number): boolean {
  return effectiveState(right.word, now)?.burned === false
}

function rightButton({ right, series }: RightView, texts: Texts): Button {
  const label = texts.plain('rights-button', { name: nameOf(series), serial: right.serial })
  return plainButton('show-right', label, keyOf(right.id))
}
