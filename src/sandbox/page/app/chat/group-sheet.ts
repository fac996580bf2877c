import type { PageContext } from '../core/page-context.ts'
import type { PhoneState, Sheet } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { acquaintances } from './acquaintances.ts'
import { peopleChoice } from './people-choice.ts'

/** A new group: its name, and who is in it from the start. */
export function groupSheet(
  page: PageContext,
  phone: PhoneState,
  sheet: Sheet & { type: 'new-group' },
): HTMLElement {
  const { act, t } = page
  const { person } = phone.person
  const create = (event: Event) => {
    event.preventDefault()
    const form = event.currentTarget
    const field = form instanceof HTMLFormElement ? form.querySelector('input') : null
    const title = field?.value.trim() ?? ''
    if (title === '') field?.focus()
    else void act.createGroup(person, title, sheet.chosen)
  }
  return h(
    'form',
    { onsubmit: create },
    h('input', {
      class: 'line-field',
      type: 'text',
      maxlength: 60,
      autocomplete: 'off',
      placeholder: t('groupTitle'),
      'aria-label': t('groupTitle'),
    }),
    peopleChoice({
      label: t('groupMembers'),
      candidates: acquaintances(page, phone),
      chosen: sheet.chosen,
      choose: (chosen) => act.openSheet(person, { type: 'new-group', chosen }),
    }),
    h('button', { class: 'key primary', type: 'submit' }, t('createGroup')),
  )
}
