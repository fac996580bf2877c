import type { Button, Card } from '../domain/card.ts'
import { effectiveState } from '../domain/effective-state.ts'
import { formatTime } from '../domain/format-time.ts'
import type { Account } from '../domain/ids.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { rightKey } from './purchase-card.ts'
import type { RightView } from './rights-card.ts'

/** One right: what it is for, what it is in, and what its holder can do now. */
export function rightCard(
  view: RightView & { texts: Texts; now: number; mine: readonly Account[] },
): Card {
  const { right, series, texts, now, mine } = view
  const state = effectiveState(right.word, now)
  const name = state?.state ?? 'held'
  const time = state?.until ?? null
  const html = texts.html('right', {
    name: series.goods.name,
    specification: series.goods.specification,
    production: series.goods.production,
    number: series.goods.productNumber,
    serial: right.serial,
    state: texts.plain(`state-${name}`),
    token: right.id,
  })
  const until =
    time === null
      ? ''
      : `\n${texts.html(`until-${state?.burned ? 'burned' : 'open'}`, { time: formatTime(time, texts.locale) })}`
  const isMine = state !== null && mine.includes(state.holder)
  const hash = series.goods.pictureHash
  return {
    html: `${html}${until}`,
    buttons: [
      ...(isMine ? actionRows(name, right.id, texts) : []),
      [plainButton('my-rights', texts.plain('button-my-rights'))],
    ],
    picture: hash === null ? null : { id: hash, type: 'stored', hash },
  }
}

function actionRows(state: string, right: string, texts: Texts): Button[][] {
  const key = rightKey(right)
  if (state === 'held') return [[plainButton('pick-up', texts.plain('button-get-it'), key)]]
  if (state === 'requested') return [[plainButton('pick-up', texts.plain('button-show-code'), key)]]
  return []
}
