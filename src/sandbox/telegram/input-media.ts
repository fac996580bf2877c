import type { Bot } from './accounts.ts'
import type { Content } from './chat-state.ts'
import { readCaption } from './formatted-text.ts'
import { optionalFlag, optionalText } from './json-fields.ts'
import type { Parameters } from './parameters.ts'
import { badRequest, doors } from './refusals.ts'
import { readPhoto } from './sending.ts'
import { isWire } from './wire.ts'
import type { World } from './world.ts'

const otherKinds = new Set(['video', 'audio', 'document', 'animation', 'live_photo'])

/** Reads one InputMedia of kind photo. The words of a refusal go after `Can't parse InputMedia: `. */
export async function readInputPhoto(
  world: World,
  bot: Bot,
  parameters: Parameters,
  value: unknown,
): Promise<Content> {
  const wrong = (why: string) => badRequest(`Can't parse InputMedia: ${why}`)
  if (!isWire(value)) throw wrong('expected an Object')
  const type = optionalText(value, 'type')
  if (otherKinds.has(type)) throw doors.unsupported(`media of type ${type}`)
  const caption = readCaption(
    optionalText(value, 'caption'),
    optionalText(value, 'parse_mode'),
    value['caption_entities'],
  )
  if (type !== 'photo') throw wrong(`type "${type}" is unsupported`)
  const media = optionalText(value, 'media')
  if (media === '') throw wrong('media not found')
  const photo = await readPhoto(world, bot, parameters, {
    value: media,
    missing: () => wrong('media not found'),
  })
  const isCaptionAbove = optionalFlag(value, 'show_caption_above_media')
  return {
    type: 'photo',
    photo,
    caption,
    isCaptionAbove,
    hasSpoiler: optionalFlag(value, 'has_spoiler'),
  }
}
