import { keyOf } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import { effectiveState } from '../domain/effective-state.ts'
import type { HeldRight, Series } from '../domain/facts.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'

/** A right with its series. */
export type RightView = { right: HeldRight; series: Series }

const MOST_SHOWN = 20

/** Every right this person holds or held, the living ones first; one button each. */
export function rightsCard(view: {
  rights: RightView[]
  hasBinding: boolean
  texts: Texts
  /** Unix seconds: the newest block's time. */
  now: number
}): Card {
  const { rights, hasBinding, texts, now } = view
  if (rights.length === 0) {
    const bind = plainButton('bind-wallet', texts.plain('button-bind-wallet'))
    const html = texts.html(hasBinding ? 'rights-none' : 'rights-unbound')
    return { html, buttons: hasBinding ? [] : [[bind]], picture: null }
  }
  const shown = rights.slice(0, MOST_SHOWN)
  const lines = shown.map((each) => lineOf(each, texts, now))
  const buttons = shown
    .filter((each) => isAlive(each, now))
    .map((each) => [rightButton(each, texts)])
  return { html: `${texts.html('rights-head')}\n\n${lines.join('\n')}`, buttons, picture: null }
}

function lineOf({ right, series }: RightView, texts: Texts, now: number): string {
  const state = effectiveState(right.word, now)?.state ?? 'held'
  return texts.html('rights-line', {
    name: series.goods.name,
    serial: right.serial,
    state: texts.plain(`state-${state}`),
  })
}

function isAlive({ right }: RightView, now: number): boolean {
  return effectiveState(right.word, now)?.burned === false
}

function rightButton({ right, series }: RightView, texts: Texts): Button {
  const label = texts.plain('rights-button', { name: series.goods.name, serial: right.serial })
  return plainButton('show-right', label, keyOf(right.id))
}
