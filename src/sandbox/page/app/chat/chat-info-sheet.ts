import type { ChatView } from '../../../telegram/types.ts'
import type { PageContext } from '../core/page-context.ts'
import { markOf, type PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { isOwner } from './is-owner.ts'
import { personRows } from './person-rows.ts'
import { sheetRow } from './sheet-row.ts'

/** What a chat is and what can be done with it: blocking for the bot; members, leaving and deleting for a group. */
export function chatInfoSheet(page: PageContext, phone: PhoneState, chat: ChatView): HTMLElement {
  const { act, t } = page
  const { person, telegramId } = phone.person
  if (chat.kind === 'bot') {
    const label = t(chat.isBlocked ? 'unblockBot' : 'blockBot')
    const go = () => {
      act.closeSheet(person)
      void act.setBlocked(person, !chat.isBlocked)
    }
    return h('ul', { class: 'chooser' }, sheetRow('block', label, go))
  }
  const owns = isOwner(phone, chat)
  const members = chat.members.map((user) => ({
    ...user,
    rank: rankOf(page, phone, chat, user.id),
  }))
  const remove = () => void act.deleteGroup(person)
  return h(
    'ul',
    { class: 'chooser' },
    personRows(members, (each) => {
      const user = chat.members.find(({ id }) => id === each.id)
      if (!owns || user === undefined || user.id === telegramId) return null
      return () => act.openSheet(person, { type: 'member', user })
    }),
    sheetRow('plus', t('addMember'), () => act.openSheet(person, { type: 'add-member' })),
    sheetRow('leave', t('leaveGroup'), () => void act.removeMember(person, telegramId)),
    owns ? sheetRow('trash', t('deleteGroup'), remove) : null,
  )
}

function rankOf(
  { state, t }: PageContext,
  phone: PhoneState,
  chat: ChatView,
  user: number,
): string {
  if (user === phone.person.telegramId) return isOwner(phone, chat) ? t('owner') : ''
  if (state.marks.has(markOf('administrator', chat.chatId, user))) return t('administrator')
  return state.marks.has(markOf('mute', chat.chatId, user)) ? t('muted') : ''
}
