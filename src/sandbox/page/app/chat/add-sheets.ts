import type { ChatView } from '../../../telegram/types.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState, Sheet } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { acquaintances } from './acquaintances.ts'
import { personRows } from './person-rows.ts'

/** Whom to add to the open group. */
export function addMemberSheet(page: PageContext, phone: PhoneState, chat: ChatView): HTMLElement {
  const { act, t } = page
  const inside = new Set(chat.members.map(({ id }) => id))
  const others = acquaintances(page, phone).filter(({ id }) => !inside.has(id))
  if (others.length === 0) return h('div', {}, h('p', {}, t('noneToAdd')))
  const add = ({ id }: { id: number }) => {
    return () => void act.addMember(phone.person.person, id)
  }
  return h('ul', { class: 'chooser' }, personRows(others, add))
}

/** Which of one's groups to add the bot to, after a link that asks for it. */
export function addBotSheet(
  { act, t }: PageContext,
  phone: PhoneState,
  { groups, payload }: Sheet & { type: 'add-bot' },
): HTMLElement {
  const offered = phone.chats.filter(({ chatId }) => groups.includes(chatId))
  if (offered.length === 0) return h('div', {}, h('p', {}, t('noGroups')))
  const rows = offered.map(({ chatId, title }) => ({ id: chatId, name: title, isBot: false }))
  const add = ({ id }: { id: number }) => {
    return () => void act.addBot(phone.person.person, id, payload)
  }
  return h('ul', { class: 'chooser' }, personRows(rows, add))
}
