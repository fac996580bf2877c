import type { PageContext } from '../core/page-context.ts'
import { openChatOf, type PhoneState, type Sheet } from '../core/state.ts'
import { type Child, h } from '../dom/h.ts'
import { addBotSheet, addMemberSheet } from './add-sheets.ts'
import { albumOf } from './album-of.ts'
import { attachSheet } from './attach-sheet.ts'
import { chatChooser } from './chat-chooser.ts'
import { chatInfoSheet } from './chat-info-sheet.ts'
import { contactsSheet } from './contacts-sheet.ts'
import { groupSheet } from './group-sheet.ts'
import { memberSheet } from './member-sheet.ts'
import { menuSheet } from './menu-sheet.ts'
import { pictureUrl } from './photo-view.ts'
import { scanSheet } from './scan-sheet.ts'

type SheetContent = { title: string; content: Child }

/** The title and the content of a sheet. */
export function sheetContent(page: PageContext, phone: PhoneState, sheet: Sheet): SheetContent {
  const { act, t } = page
  const { person } = phone.person
  switch (sheet.type) {
    case 'menu':
      return { title: t('messageMenu'), content: menuSheet(page, phone, sheet.message) }
    case 'forward':
      return {
        title: t('forwardTo'),
        content: chatChooser(page, phone, (chat) =>
          act.forward(person, albumOf(phone, sheet.message), chat),
        ),
      }
    case 'screenshot':
      return {
        title: t('screenshotTo'),
        content: chatChooser(page, phone, (chat) => act.screenshot(person, sheet.message, chat)),
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
    case 'contacts':
      return { title: sheet.label, content: contactsSheet(page, phone, sheet) }
    case 'new-group':
      return { title: t('newGroup'), content: groupSheet(page, phone, sheet) }
    case 'add-bot':
      return {
        title: t('addToGroup', { name: `@${page.state.bot.username}` }),
        content: addBotSheet(page, phone, sheet),
      }
    default:
      return chatSheet(page, phone, sheet)
  }
}

/** Sheets about the chat that is open; nothing when it went away meanwhile. */
function chatSheet(
  page: PageContext,
  phone: PhoneState,
  sheet: Sheet & { type: 'attach' | 'chat-info' | 'add-member' | 'member' },
): SheetContent {
  const { t } = page
  const chat = openChatOf(phone)
  if (chat === null) return { title: '', content: null }
  switch (sheet.type) {
    case 'attach':
      return { title: t('shelfTitle', { title: chat.title }), content: attachSheet(page, phone) }
    case 'chat-info':
      return { title: chat.title, content: chatInfoSheet(page, phone, chat) }
    case 'add-member':
      return { title: t('addMember'), content: addMemberSheet(page, phone, chat) }
    case 'member':
      return { title: sheet.user.name, content: memberSheet(page, phone, chat, sheet.user) }
  }
}
