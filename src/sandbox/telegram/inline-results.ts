import type { Bot } from './accounts.ts'
import type { Content } from './chat-state.ts'
import { readCaption, readLinkPreview, readMessageText } from './formatted-text.ts'
import { checkKeyboard, prefixed } from './inline-keyboards.ts'
import type { InlineResult, ResultContent } from './inline-result.ts'
import { optionalFlag, optionalText, requiredText } from './json-fields.ts'
import { badRequest, doors, refuse } from './refusals.ts'
import { readMarkup } from './reply-keyboards.ts'
import { isWire, type Wire } from './wire.ts'
import type { World } from './world.ts'

function readContent(result: Wire, isRequired: boolean): Content | null {
  const content = result['input_message_content']
  if (content === undefined) {
    if (isRequired) requiredText(result, 'message_text')
    return null
  }
  if (!isWire(content)) throw badRequest('Field "input_message_content" must be of type Object')
  if (!('message_text' in content)) throw doors.unsupported('this input_message_content')
  const text = readMessageText(
    requiredText(content, 'message_text'),
    optionalText(content, 'parse_mode'),
    content['entities'],
  )
  return { type: 'text', text, linkPreview: readLinkPreview(content['link_preview_options']) }
}

function readPhoto(world: World, bot: Bot, result: Wire): ResultContent & { type: string } {
  const caption = readCaption(
    optionalText(result, 'caption'),
    optionalText(result, 'parse_mode'),
    result['caption_entities'],
  )
  const isCaptionAbove = optionalFlag(result, 'show_caption_above_media')
  const photo = { type: 'photo', caption, isCaptionAbove, hasSpoiler: false } as const
  const url = optionalText(result, 'photo_url')
  if (url !== '') {
    requiredText(result, 'thumbnail_url')
    return { type: 'photo-by-url', url, photo }
  }
  const file = world.files.find(requiredText(result, 'photo_file_id'), bot)
  const known = file && world.files.photoOf(file.uniqueId)
  if (!known) throw badRequest('Wrong file identifier/HTTP URL specified')
  return { ...photo, photo: known }
}

function readResult(world: World, bot: Bot, value: unknown): InlineResult {
  if (!isWire(value)) throw badRequest('Inline query result must be an object')
  const kind = requiredText(value, 'type').toLowerCase()
  const id = requiredText(value, 'id')
  if (kind !== 'article' && kind !== 'photo') {
    throw badRequest(`type "${kind}" is unsupported for the inline query result`)
  }
  const given = readContent(value, kind === 'article')
  const markup = readMarkup(value['reply_markup'])
  if (markup && markup.type !== 'inline') throw refuse('inlineKeyboardExpected')
  const title = kind === 'article' ? requiredText(value, 'title') : optionalText(value, 'title')
  const photo = kind === 'photo' ? readPhoto(world, bot, value) : null
  const content = given ?? photo
  if (!content) throw badRequest('Input message content is not specified')
  return {
    id,
    kind,
    title: title || null,
    description: optionalText(value, 'description') || null,
    thumbnailUrl: optionalText(value, 'thumbnail_url') || null,
    photo: photo?.type === 'photo' ? photo.photo : null,
    content,
    keyboard: markup ? checkKeyboard(markup.keyboard, true) : null,
  }
}

/** Reads the results of an inline query. @throws Refusal over 50, for equal ids, for broken ones. */
export function readInlineResults(world: World, bot: Bot, value: unknown): InlineResult[] {
  if (!Array.isArray(value)) throw badRequest('Expected an Array of inline query results')
  if (value.length > 50) throw refuse('resultsTooMany')
  const results = value.map((item: unknown) =>
    prefixed("Can't parse inline query result", () => readResult(world, bot, item)),
  )
  for (const { id } of results) {
    if (id === '' || Buffer.byteLength(id) > 64) throw refuse('resultIdInvalid')
  }
  if (new Set(results.map(({ id }) => id)).size < results.length) throw refuse('resultIdDuplicate')
  return results
}
