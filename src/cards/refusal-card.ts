import { keyOf } from '../domain/button-key.ts'
import type { Card } from '../domain/card.ts'
import type { EffectiveState } from '../domain/effective-state.ts'
import { refusalReason, refusalReasons } from '../domain/refusal-reason.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { nameOf } from './goods-text.ts'
import type { RightView } from './rights-card.ts'

/** Why a request is refused: one button for each reason, its number on chain in the version. */
export function refusalCard(
  view: RightView & { texts: Texts; state: Pick<EffectiveState, 'way'> },
): Card {
  const { right, series, texts, state } = view
  const rows = [...refusalReasons.entries()]
    .filter(([, reason]) => reason !== 'address' || state.way === 'delivery')
    .toReversed()
    .map(([version, reason]) => [
      {
        type: 'action' as const,
        label: texts.plain('refuse-for', { reason }),
        action: { name: 'refuse-for' as const, subject: keyOf(right.id), version },
      },
    ])
  return {
    html: texts.html('refuse-why', { name: nameOf(series), serial: right.serial }),
    buttons: rows,
    picture: null,
  }
}

/** In place of the question, once a reason was chosen. */
export function refusalChosenCard(view: RightView & { texts: Texts; reason: number }): Card {
  const { right, series, texts, reason } = view
  const chosen = texts.plain('refuse-for', { reason: refusalReason(reason) })
  const args = { name: nameOf(series), serial: right.serial, reason: chosen }
  const show = plainButton('request', texts.plain('button-show-request'), keyOf(right.id))
  return { html: texts.html('refuse-chosen', args), buttons: [[show]], picture: null }
}
