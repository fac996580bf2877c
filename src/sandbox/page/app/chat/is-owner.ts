import type { ChatView } from '../../../telegram/types.ts'
import type { PhoneState } from '../core/state.ts'

/** Whether a group is this person's: its first line says who made it. */
export function isOwner(phone: PhoneState, chat: ChatView): boolean {
  const shown = phone.messages.get(chat.chatId) ?? []
  return shown.some(({ service, mine }) => service?.type === 'group-created' && mine)
}
