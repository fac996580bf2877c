import type { MessageView } from '../../../telegram/types.ts'
import type { PhoneState } from '../core/state.ts'

/** All photos that were sent as one with this message, itself included, oldest first. */
export function albumOf(phone: PhoneState, message: MessageView): MessageView[] {
  const { albumId, chatId } = message
  if (albumId === null) return [message]
  return (phone.messages.get(chatId) ?? []).filter((each) => each.albumId === albumId)
}
