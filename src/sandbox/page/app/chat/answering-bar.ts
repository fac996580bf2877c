import { fieldOf } from '../core/field.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'
import { messageSummary } from './message-summary.ts'

/** Which message the next words answer or change, above the field. */
export function answeringBar(page: PageContext, phone: PhoneState): HTMLElement | null {
  const { t } = page
  const { answering } = phone
  if (answering === null) return null
  const { how, message } = answering
  return h(
    'div',
    { class: 'answering', key: 'answering' },
    icon(how),
    h('b', {}, how === 'edit' ? t('editing') : t('replyingTo', { name: message.from.name })),
    h('span', {}, messageSummary(t, message)),
    h(
      'button',
      {
        class: 'plain',
        type: 'button',
        'aria-label': t('cancel'),
        onclick: () => stopAnswering(page, phone),
      },
      icon('close'),
    ),
  )
}

/** Lets go of it; what an edit put into the field goes too. */
export function stopAnswering({ act }: PageContext, phone: PhoneState): void {
  const { person } = phone.person
  const field = fieldOf(person)
  if (phone.answering?.how === 'edit' && field !== null) {
    field.value = ''
    act.type(person, '')
  }
  act.setAnswering(person, null)
  field?.focus()
}
