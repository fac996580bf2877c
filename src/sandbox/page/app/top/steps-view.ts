import type { PageContext } from '../core/page-context.ts'
import type { TextKey } from '../core/texts-en.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'
import { byRole, progressOf } from './progress.ts'

const STEPS: readonly TextKey[] = ['step1', 'step2', 'step3', 'step4', 'step5', 'step6']

/** The six steps of the first purchase, ticked by what really happened, and a line on what to press next. */
export function stepsView({ state, act, t }: PageContext): HTMLElement | null {
  if (state.stepsDismissed) return null
  const { done, hint } = progressOf(state)
  const names = {
    buyer: byRole(state, 'buyer')?.person.name ?? '',
    seller: byRole(state, 'seller')?.person.name ?? '',
  }
  return h(
    'section',
    { class: 'steps', key: 'steps', 'aria-label': t('stepsTitle') },
    h(
      'ol',
      {},
      STEPS.map((step, index) =>
        h(
          'li',
          {
            class: index < done ? 'done' : '',
            'aria-current': index === done ? 'step' : null,
          },
          h('span', { class: 'mark' }, index < done ? icon('check') : index + 1),
          h('span', {}, t(step)),
        ),
      ),
    ),
    h('p', { class: 'hint', role: 'status' }, t(hint, names)),
    h(
      'button',
      {
        class: 'plain',
        type: 'button',
        'aria-label': t('stepsDismiss'),
        onclick: act.dismissSteps,
      },
      icon('close'),
    ),
  )
}
