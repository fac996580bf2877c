import type { PageContext } from '../core/page-context.ts'
import type { PhoneState, Sheet } from '../core/state.ts'
import { type Child, h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'
import { chatChooser } from './chat-chooser.ts'
import { menuSheet } from './menu-sheet.ts'
import { pictureUrl } from './photo-view.ts'
import { scanSheet } from './scan-sheet.ts'

/** What lies over the screen: a menu, a choice of chats, a picture, an alert, the camera. */
export function sheetView(page: PageContext, phone: PhoneState): HTMLElement | null {
  const { sheet } = phone
  if (sheet === null) return null
  const { act, t } = page
  const { person } = phone.person
  const close = () => act.closeSheet(person)
  const { title, content } = fill(page, phone, sheet)
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

function fill(
  page: PageContext,
  phone: PhoneState,
  sheet: Sheet,
): { title: string; content: Child } {
  const { act, t } = page
  const { person } = phone.person
  switch (sheet.type) {
    case 'menu':
      return { title: t('messageMenu'), content: menuSheet(page, phone, sheet.message) }
    case 'forward':
      return {
        title: t('forwardTo'),
        content: chatChooser(page, phone, (chat) => act.forward(person, sheet.message, chat)),
      }
    case 'share':
      return {
        title: t('shareTo'),
        content: chatChooser(page, phone, (chat) => act.share(person, sheet.text, chat)),
      }
    case 'draft':
      return {
        title: t('shareTo'),
        content: chatChooser(page, phone, async (chat) => {
          await act.openChat(person, chat)
          act.putDraft(person, sheet.draft, chat)
        }),
      }
    case 'alert':
      return {
        title: page.state.bot.username,
        content: h(
          'div',
          {},
          h('p', {}, sheet.text),
          h(
            'button',
            { class: 'key primary', type: 'button', onclick: () => act.closeSheet(person) },
            t('ok'),
          ),
        ),
      }
    case 'web':
      return {
        title: t('leavesTitle'),
        content: h(
          'div',
          {},
          h('p', { class: 'address' }, sheet.url),
          h(
            'a',
            { class: 'key primary', href: sheet.url, target: '_blank', rel: 'noopener noreferrer' },
            t('openInTab'),
          ),
        ),
      }
    case 'photo':
      return {
        title: t('photo'),
        content: h('img', {
          src: pictureUrl(sheet.message.photo?.id ?? ''),
          alt: t('photo'),
          width: sheet.message.photo?.width,
          height: sheet.message.photo?.height,
        }),
      }
    case 'scan':
      return { title: t('scanTitle'), content: scanSheet(page, phone) }
  }
}
