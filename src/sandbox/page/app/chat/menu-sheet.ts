import type { MessageView } from '../../../telegram/types.ts'
import { fieldOf } from '../core/field.ts'
import type { PageContext } from '../core/page-context.ts'
import { roleOf } from '../core/people.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { albumOf } from './album-of.ts'
import { sheetRow } from './sheet-row.ts'

/** What can be done with a message. */
export function menuSheet(page: PageContext, phone: PhoneState, message: MessageView): HTMLElement {
  const { state, act, t } = page
  const { person } = phone.person
  const { text, photo, isProtected, isEphemeral } = message
  const seller = roleOf(state, 'seller')
  const copy = () => {
    act.closeSheet(person)
    act.copy(person, text, t('copied'))
  }
  return h(
    'ul',
    { class: 'chooser' },
    isEphemeral ? null : sheetRow('reply', t('reply'), () => answer(page, phone, 'reply', message)),
    canEdit(message)
      ? sheetRow('edit', t('edit'), () => answer(page, phone, 'edit', message))
      : null,
    isProtected || isEphemeral
      ? null
      : sheetRow('forward', t('forward'), () =>
          act.openSheet(person, { type: 'forward', message }),
        ),
    photo === null || isProtected
      ? null
      : sheetRow('screenshot', t('screenshot'), () =>
          act.openSheet(person, { type: 'screenshot', message }),
        ),
    text === '' || isProtected ? null : sheetRow('copy', t('copyText'), copy),
    photo !== null && seller !== undefined && seller !== phone
      ? sheetRow(
          'scan',
          t('scanWith', { name: seller.person.name }),
          () => void act.scan(seller.person.person, { person, message }),
        )
      : null,
    sheetRow('trash', t('delete'), () => void act.remove(person, albumOf(phone, message))),
  )
}

/** One's own words, typed by oneself. */
function canEdit({ mine, forwardedFrom, via, text }: MessageView): boolean {
  return mine && forwardedFrom === null && via === null && text !== ''
}

function answer(
  { act }: PageContext,
  phone: PhoneState,
  how: 'reply' | 'edit',
  message: MessageView,
): void {
  const { person } = phone.person
  act.setAnswering(person, { how, message })
  act.closeSheet(person)
  if (how === 'edit') {
    const field = fieldOf(person)
    if (field !== null) field.value = message.text
    act.type(person, message.text)
  }
  // The field takes no focus while the sheet lies over it.
  setTimeout(() => fieldOf(person)?.focus(), 50)
}
