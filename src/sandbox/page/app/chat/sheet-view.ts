import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'
import { sheetContent } from './sheet-content.ts'

/** What lies over the screen: a menu, a choice of chats, a picture, an alert, the camera. */
export function sheetView(page: PageContext, phone: PhoneState): HTMLElement | null {
  const { sheet } = phone
  if (sheet === null) return null
  const { act, t } = page
  const { person } = phone.person
  const close = () => act.closeSheet(person)
  const { title, content } = sheetContent(page, phone, sheet)
  return h(
    'div',
    {
      class: `sheet of-${sheet.type}`,
      key: `sheet-${sheet.type}`,
      role: sheet.type === 'alert' ? 'alertdialog' : 'dialog',
      'aria-modal': 'true',
      'aria-label': title,
      onclick: (event: MouseEvent) => {
        if (event.target === event.currentTarget) close()
      },
    },
    h(
      'div',
      { class: 'card' },
      h(
        'header',
        {},
        h('h3', {}, title),
        h(
          'button',
          {
            class: 'plain',
            type: 'button',
            'data-home': '',
            'aria-label': t('close'),
            onclick: close,
          },
          icon('close'),
        ),
      ),
      content,
    ),
  )
}
