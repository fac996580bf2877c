import { sendToOneOrAll } from '../ephemeral.ts'
import { readCaption } from '../formatted-text.ts'
import { messageWire } from '../messages.ts'
import { noPhoto, readPhoto, sendingParameters } from '../sending.ts'
import type { Method } from './method.ts'

/** Sends a photo: uploaded, known by file id, or fetched from an address. */
export const sendPhoto: Method = {
  supported: [
    ...sendingParameters,
    'ephemeral_message_parameters',
    'photo',
    'caption',
    'parse_mode',
    'caption_entities',
    'show_caption_above_media',
    'has_spoiler',
  ],
  async run({ world, bot, parameters }) {
    if (!parameters.has('photo')) throw noPhoto()
    const caption = readCaption(
      parameters.text('caption'),
      parameters.text('parse_mode'),
      parameters.json('caption_entities', 'caption_entities'),
    )
    const message = await sendToOneOrAll(world, bot, parameters, async () => ({
      type: 'photo',
      photo: await readPhoto(world, bot, parameters, {
        field: 'photo',
        value: parameters.text('photo'),
        missing: noPhoto,
      }),
      caption,
      isCaptionAbove: parameters.flag('show_caption_above_media'),
      hasSpoiler: parameters.flag('has_spoiler'),
    }))
    return messageWire(message, bot)
  },
}
