import type { MessageView } from '../../../telegram/types.ts'
import type { PageContext } from '../core/page-context.ts'
import { roleOf } from '../core/people.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'

/** The picture of a message; one with a code in it can be scanned by the seller's phone. */
export function photoView(
  page: PageContext,
  phone: PhoneState,
  message: MessageView,
): HTMLElement | null {
  const { state, act, t } = page
  const { photo } = message
  if (photo === null) return null
  const seller = roleOf(state, 'seller')
  void act.readCode(photo.id)
  const canScan = state.codes.get(photo.id) === true && seller !== undefined && seller !== phone
  return h(
    'div',
    { class: 'photo', key: `photo-${message.messageId}-${photo.id}` },
    h(
      'button',
      {
        type: 'button',
        'aria-label': t('openPhoto'),
        onclick: () => act.openSheet(phone.person.person, { type: 'photo', message }),
      },
      h('img', {
        src: pictureUrl(photo.id),
        alt: t('photo'),
        width: photo.width,
        height: photo.height,
      }),
    ),
    canScan
      ? h(
          'button',
          {
            class: 'chip',
            type: 'button',
            onclick: () =>
              void act.scan(seller.person.person, { person: phone.person.person, message }),
          },
          icon('scan'),
          t('scanWith', { name: seller.person.name }),
        )
      : null,
  )
}

/** Where a picture's bytes come from. */
export function pictureUrl(id: string): string {
  return `/driver/pictures/${encodeURIComponent(id)}`
}
