import type { MessageView } from '../../../telegram/types.ts'
import type { PageContext } from '../core/page-context.ts'
import { roleOf } from '../core/people.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { type IconName, icon } from '../dom/icon.ts'

/** What can be done with a message. */
export function menuSheet(
  { state, act, t }: PageContext,
  phone: PhoneState,
  message: MessageView,
): HTMLElement {
  const { person } = phone.person
  const seller = roleOf(state, 'seller')
  const entry = (sign: IconName, label: string, go: () => void) =>
    h(
      'li',
      { key: sign },
      h(
        'button',
        { class: 'row', type: 'button', onclick: go },
        icon(sign),
        h('span', { class: 'title' }, label),
      ),
    )
  const copy = () => {
    act.closeSheet(person)
    act.copy(person, message.text, t('copied'))
  }
  return h(
    'ul',
    { class: 'chooser' },
    message.isProtected
      ? null
      : entry('forward', t('forward'), () => act.openSheet(person, { type: 'forward', message })),
    message.text === '' || message.isProtected ? null : entry('copy', t('copyText'), copy),
    message.photo !== null && seller !== undefined && seller !== phone
      ? entry(
          'scan',
          t('scanWith', { name: seller.person.name }),
          () => void act.scan(seller.person.person, { person, message }),
        )
      : null,
    entry('trash', t('delete'), () => void act.remove(person, message)),
  )
}
