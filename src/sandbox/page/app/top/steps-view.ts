import type { PageContext } from '../core/page-context.ts'
import { castOf } from '../core/people.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'
import { playView } from '../play/play-view.ts'
import { progressOf, steps } from './progress.ts'

/** The steps of the guided minute, ticked by what really happened, and a line on what to press next. */
export function stepsView(page: PageContext): HTMLElement | null {
  const { state, act, t } = page
  if (state.stepsDismissed && state.play === null) return null
  const { done, skipped, hint, holder } = progressOf(state)
  const names = { ...castOf(state), holder: holder?.person.name ?? '' }
  const current = steps.find((step) => !done.has(step) && !skipped.has(step))
  return h(
    'section',
    { class: 'steps', key: 'steps', 'aria-label': t('stepsTitle') },
    h(
      'ol',
      {},
      steps.map((step, index) => {
        const isDone = done.has(step)
        return h(
          'li',
          {
            class: isDone ? 'done' : skipped.has(step) ? 'skipped' : '',
            'aria-current': step === current ? 'step' : null,
          },
          h('span', { class: 'mark' }, isDone ? icon('check') : index + 1),
          h('span', {}, t(step, names)),
        )
      }),
    ),
    h(
      'div',
      { class: 'now' },
      state.play === null ? h('p', { class: 'hint', role: 'status' }, t(hint, names)) : null,
      playView(page),
    ),
    state.play === null
      ? h(
          'button',
          {
            class: 'plain',
            type: 'button',
            'aria-label': t('stepsDismiss'),
            onclick: act.dismissSteps,
          },
          icon('close'),
        )
      : null,
  )
}
