import type { PageContext } from '../core/page-context.ts'
import type { PhoneState, Sheet } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { peopleChoice } from './people-choice.ts'

/** The people offered for a key that asks for some; nothing is shared before the button below them is pressed. */
export function contactsSheet(
  { act, t }: PageContext,
  phone: PhoneState,
  sheet: Sheet & { type: 'contacts' },
): HTMLElement {
  const { person } = phone.person
  const { label, offered, chosen } = sheet
  return h(
    'div',
    {},
    peopleChoice({
      label,
      candidates: offered,
      chosen,
      choose: (next) => act.openSheet(person, { ...sheet, chosen: next }),
    }),
    h(
      'button',
      {
        class: 'key primary',
        type: 'button',
        disabled: chosen.length === 0,
        onclick: () => void act.shareContacts(person, label, chosen),
      },
      t('shareContacts'),
    ),
  )
}
