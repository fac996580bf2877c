import { sendToOneOrAll } from '../ephemeral.ts'
import { readLinkPreview, readMessageText } from '../formatted-text.ts'
import { messageWire } from '../messages.ts'
import { sendingParameters } from '../sending.ts'
import type { Method } from './method.ts'

/** Sends a text. */
export const sendMessage: Method = {
  supported: [
    ...sendingParameters,
    'ephemeral_message_parameters',
    'text',
    'parse_mode',
    'entities',
    'link_preview_options',
  ],
  async run({ world, bot, parameters }) {
    const linkPreview = readLinkPreview(
      parameters.json('link_preview_options', 'link preview options'),
    )
    const text = readMessageText(
      parameters.text('text'),
      parameters.text('parse_mode'),
      parameters.json('entities', 'entities'),
    )
    const message = await sendToOneOrAll(world, bot, parameters, () => ({
      type: 'text',
      text,
      linkPreview,
    }))
    return messageWire(message, bot)
  },
}
