import type { MessageView } from '../../../telegram/types.ts'
import type { PageState, PhoneState } from '../core/state.ts'

/** A code that can be seen on somebody's screen. */
export type VisibleCode = { owner: PhoneState; message: MessageView }

/** The newest code on each other phone whose chat is open. */
export function visibleCodes(state: PageState, scanner: PhoneState): VisibleCode[] {
  return state.phones.flatMap((owner) => {
    if (owner === scanner || owner.chatId === null) return []
    const shown = owner.messages.get(owner.chatId) ?? []
    const message = shown.findLast(
      ({ photo }) => photo !== null && state.codes.get(photo.id) === true,
    )
    return message === undefined ? [] : [{ owner, message }]
  })
}
