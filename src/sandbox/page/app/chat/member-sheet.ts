import type { ChatView, NameView } from '../../../telegram/types.ts'
import type { PageContext } from '../core/page-context.ts'
import { markOf, type PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { sheetRow } from './sheet-row.ts'

/** What the owner of a group can do with a member. */
export function memberSheet(
  { state, act, t }: PageContext,
  phone: PhoneState,
  chat: ChatView,
  user: NameView,
): HTMLElement {
  const { person } = phone.person
  const isAdministrator = state.marks.has(markOf('administrator', chat.chatId, user.id))
  const isMuted = state.marks.has(markOf('mute', chat.chatId, user.id))
  return h(
    'ul',
    { class: 'chooser' },
    sheetRow(
      'star',
      t(isAdministrator ? 'dismissAdministrator' : 'makeAdministrator'),
      () => void act.setAdministrator(person, user.id, !isAdministrator),
    ),
    // Administrators cannot be muted, and small groups have no muting.
    isAdministrator || chat.kind === 'group'
      ? null
      : sheetRow(
          'mute',
          t(isMuted ? 'unmute' : 'mute'),
          () => void act.setMuted(person, user.id, !isMuted),
        ),
    sheetRow('trash', t('removeMember'), () => void act.removeMember(person, user.id)),
  )
}
