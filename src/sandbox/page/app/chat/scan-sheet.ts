import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { pictureUrl } from './photo-view.ts'
import { visibleCodes } from './visible-codes.ts'

/** The camera: it sees the codes on the other phones' screens; a tap takes one in. */
export function scanSheet({ state, act, t }: PageContext, phone: PhoneState): HTMLElement {
  const codes = visibleCodes(state, phone)
  if (codes.length === 0) return h('div', { class: 'finder empty' }, h('p', {}, t('scanNothing')))
  return h(
    'ul',
    { class: 'finder' },
    codes.map(({ owner, message }) =>
      h(
        'li',
        { key: `code-${owner.person.person}` },
        h(
          'button',
          {
            type: 'button',
            onclick: () =>
              void act.scan(phone.person.person, { person: owner.person.person, message }),
          },
          h('img', {
            src: pictureUrl(message.photo?.id ?? ''),
            alt: '',
            width: message.photo?.width,
            height: message.photo?.height,
          }),
          h('span', {}, t('scanThis', { name: owner.person.name })),
        ),
      ),
    ),
  )
}
