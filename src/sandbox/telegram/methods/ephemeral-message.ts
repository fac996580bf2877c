import { ephemeralOpener, requireEphemeral } from '../ephemeral.ts'
import { announce, erase } from '../posting.ts'
import { captionEditor, markupEditor, mediaEditor, textEditor } from './edit-message.ts'
import type { Method } from './method.ts'

/** Changes a text that one member alone sees. */
export const editEphemeralMessageText = textEditor(ephemeralOpener)

/** Changes the caption of a photo or file that one member alone sees. */
export const editEphemeralMessageCaption = captionEditor(ephemeralOpener)

/** Changes the photo that one member alone sees. */
export const editEphemeralMessageMedia = mediaEditor(ephemeralOpener)

/** Changes the buttons that one member alone sees. */
export const editEphemeralMessageReplyMarkup = markupEditor(ephemeralOpener)

/** Takes a message away that one member alone sees; the one it stood in the place of is back. */
export const deleteEphemeralMessage: Method = {
  supported: ['chat_id', 'receiver_user_id', 'ephemeral_message_id'],
  run({ world, bot, parameters }) {
    const message = requireEphemeral(world, bot, parameters)
    erase(world, message)
    const { replaces, receiver } = message.ephemeral ?? {}
    if (replaces && receiver && replaces.chat.messages.has(replaces.id)) {
      replaces.hiddenFor.delete(receiver.id)
      announce(world, replaces, 'message-edited')
    }
    return true
  },
}
