import { requireChat, requireDelivery } from '../access.ts'
import { readInputPhoto } from '../input-media.ts'
import { messageWire } from '../messages.ts'
import { post } from '../posting.ts'
import { badRequest, doors, refuse } from '../refusals.ts'
import { readReply, replyTarget } from '../sending.ts'
import { newNumericId } from '../world.ts'
import type { Method } from './method.ts'

/** Sends two to ten photos as an album. */
export const sendMediaGroup: Method = {
  supported: ['chat_id', 'media', 'reply_parameters', 'protect_content', 'disable_notification'],
  async run({ world, bot, parameters }) {
    if (!parameters.has('media')) throw badRequest('Parameter "media" is required')
    const media = parameters.json('media', 'media')
    if (!Array.isArray(media)) throw badRequest('Expected an Array of InputMedia')
    const reply = readReply(parameters)
    const chat = requireChat(world, bot, parameters.text('chat_id'))
    if (media.length === 0) throw refuse('albumEmpty')
    if (media.length > 10) throw refuse('albumTooBig')
    if (media.length === 1) throw doors.unsupported('an album of one')
    const replyTo = replyTarget(chat, bot, reply)
    const contents = []
    for (const item of media) contents.push(await readInputPhoto(world, bot, parameters, item))
    requireDelivery(world, bot, chat, contents[0])
    const mediaGroupId = newNumericId()
    const isProtected = parameters.flag('protect_content')
    return contents.map((content) =>
      messageWire(
        post(world, { chat, from: bot, content, replyTo, mediaGroupId, isProtected }),
        bot,
      ),
    )
  },
}
