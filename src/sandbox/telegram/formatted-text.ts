import { findEntities } from './auto-entities.ts'
import { parseHtml } from './entities-html.ts'
import { parseMarkdownV2 } from './entities-markdown.ts'
import { parseMarkdown } from './entities-old-markdown.ts'
import { optionalText, requiredInteger, requiredText } from './json-fields.ts'
import {
  byteOffset,
  type FormattedText,
  type MessageEntity,
  sortEntities,
} from './message-entity.ts'
import { badRequest, refuse } from './refusals.ts'
import { checkLink } from './urls.ts'
import { isWire, type Wire } from './wire.ts'

const plain = new Set(
  'bold italic underline strikethrough spoiler code blockquote expandable_blockquote'.split(' '),
)
const ignored = new Set(
  'mention hashtag cashtag bot_command url email phone_number bank_card_number'.split(' '),
)
const splittable = new Set(['bold', 'italic', 'underline', 'strikethrough', 'spoiler'])
const continuous = new Set([
  'text_link',
  'text_mention',
  'pre',
  'code',
  'custom_emoji',
  'date_time',
])
const automatic = new Set(['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email'])

function readGivenEntity(value: unknown): MessageEntity | null {
  if (!isWire(value)) throw badRequest('expected an Object')
  const offset = requiredInteger(value, 'offset')
  const length = requiredInteger(value, 'length')
  const type = requiredText(value, 'type')
  if (type === '') throw badRequest('Type is not specified')
  const place = { type, offset, length }
  if (plain.has(type)) return place
  if (ignored.has(type)) return null
  switch (type) {
    case 'pre': {
      const language = optionalText(value, 'language')
      return { ...place, ...(language && { language }) }
    }
    case 'text_link':
      return { ...place, url: requiredText(value, 'url') }
    case 'text_mention': {
      const user = value['user']
      if (!isWire(user)) throw badRequest('Field "user" must be of type Object')
      return { ...place, userId: requiredInteger(user, 'id') }
    }
    case 'custom_emoji':
      return { ...place, customEmojiId: requiredText(value, 'custom_emoji_id') }
    case 'date_time': {
      const dateTimeFormat = optionalText(value, 'date_time_format')
      const unixTime = requiredInteger(value, 'unix_time')
      return { ...place, unixTime, ...(dateTimeFormat && { dateTimeFormat }) }
    }
    default:
      throw badRequest('Unsupported type specified')
  }
}

/** Reads `entities`: a JSON array. Kinds that Telegram finds by itself are skipped. */
function readGivenEntities(value: unknown): MessageEntity[] {
  if (!Array.isArray(value)) return []
  const entities = value.flatMap((item) => {
    try {
      const entity = readGivenEntity(item)
      return entity ? [entity] : []
    } catch (error) {
      const why = error instanceof Error ? error.message.replace(/^Bad Request: /, '') : ''
      throw badRequest(`Can't parse MessageEntity: ${why.charAt(0).toUpperCase()}${why.slice(1)}`)
    }
  })
  return entities.map((entity) => {
    if (entity.url === undefined) return entity
    const link = checkLink(entity.url)
    if (link.type === 'link') return { ...entity, url: link.url }
    throw badRequest(`Entity URL '${entity.url}' is invalid: ${link.why}`)
  })
}

/** Takes carriage returns out, moving the entities with the text. */
function withoutReturns({ text, entities }: FormattedText): FormattedText {
  if (!text.includes('\r')) return { text, entities }
  const place = (index: number) => text.slice(0, index).replaceAll('\r', '').length
  return {
    text: text.replaceAll('\r', ''),
    entities: entities.map((entity) => ({
      ...entity,
      offset: place(entity.offset),
      length: place(entity.offset + entity.length) - place(entity.offset),
    })),
  }
}

function isInsidePair(text: string, index: number): boolean {
  return /^[\udc00-\udfff]/.test(text.slice(index)) && /[\ud800-\udbff]$/.test(text.slice(0, index))
}

function checkPlaces(text: string, entities: readonly MessageEntity[]): void {
  for (const { offset, length } of entities) {
    const end = offset + length
    if (offset < 0 || offset > text.length) {
      throw badRequest(`Entity begins after the end of the text at UTF-16 offset ${offset}`)
    }
    if (end > text.length) {
      throw badRequest(
        `Entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
      )
    }
    if (isInsidePair(text, offset)) {
      throw badRequest(
        `Entity begins in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, offset - 1)}`,
      )
    }
    if (isInsidePair(text, end)) {
      throw badRequest(
        `Entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, end - 1)}`,
      )
    }
  }
}

/** Cuts white space off both ends and moves the entities with the text. */
function trim({ text, entities }: FormattedText): FormattedText {
  const firstEntity = entities[0]?.offset ?? text.length
  let start = 0
  while (start < firstEntity && /[ \n]/.test(text.charAt(start))) start += 1
  const end = text.trimEnd().length
  const moved = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start)
    const to = Math.min(entity.offset + entity.length, end)
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : []
  })
  return { text: text.slice(start, Math.max(start, end)), entities: sortEntities(moved) }
}

function overlaps(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length
}

/** Joins equal neighbours and cuts bold and its like at the borders of links and code, as Telegram shows them. */
function arrange(entities: readonly MessageEntity[]): MessageEntity[] {
  const code = entities.filter(({ type }) => type === 'pre' || type === 'code')
  const solid = entities.filter(
    (entity) =>
      !splittable.has(entity.type) &&
      !code.some((outer) => outer !== entity && overlaps(outer, entity) && !quotes(entity)),
  )
  const borders = new Set(
    solid
      .filter(({ type }) => continuous.has(type) || automatic.has(type))
      .flatMap(({ offset, length }) => [offset, offset + length]),
  )
  const pieces = [...splittable].flatMap((type) =>
    cut(
      entities.filter((entity) => entity.type === type),
      code,
      borders,
    ),
  )
  return sortEntities([...solid, ...pieces])
}

function unitsOf(entities: readonly MessageEntity[]): number[] {
  return entities.flatMap(({ offset, length }) => Array.from({ length }, (_, i) => offset + i))
}

/** The runs that entities of one type cover together, without code and cut at borders. */
function cut(
  same: readonly MessageEntity[],
  code: readonly MessageEntity[],
  borders: ReadonlySet<number>,
): MessageEntity[] {
  const forbidden = new Set(unitsOf(code))
  const pieces: MessageEntity[] = []
  for (const i of [...new Set(unitsOf(same))].sort((a, b) => a - b)) {
    const last = pieces.at(-1)
    if (forbidden.has(i)) continue
    if (last && last.offset + last.length === i && !borders.has(i)) last.length += 1
    else pieces.push({ type: same[0]?.type ?? 'bold', offset: i, length: 1 })
  }
  return pieces
}

function quotes({ type }: MessageEntity): boolean {
  return type === 'blockquote' || type === 'expandable_blockquote'
}

/** Trims a text, adds the entities Telegram finds by itself, and puts all in order. */
export function completeText(given: FormattedText): FormattedText {
  checkPlaces(given.text, given.entities)
  const clean = withoutReturns(given)
  const { text, entities } = trim({
    text: clean.text,
    entities: sortEntities(clean.entities.filter(({ length }) => length > 0)),
  })
  const fixed = entities.filter(({ type }) => continuous.has(type))
  const found = findEntities(text).filter(
    (entity) => !fixed.some((other) => overlaps(entity, other)),
  )
  return { text, entities: arrange([...entities, ...found]) }
}

/**
 * Reads a text with `parse_mode` or `entities`, as every sending method does.
 * @throws Refusal for markup that cannot be read, a parse mode nobody knows, places outside the text.
 */
function readText(source: string, parseMode: string, entities: unknown): FormattedText {
  if (Buffer.byteLength(source) > 1 << 15) throw refuse('textTooManyBytes')
  const mode = parseMode.toLowerCase()
  if (source === '' || mode === '' || mode === 'none') {
    return completeText({ text: source, entities: readGivenEntities(entities) })
  }
  if (mode === 'html') return completeText(parseHtml(source))
  if (mode === 'markdownv2') return completeText(parseMarkdownV2(source))
  if (mode === 'markdown') return completeText(parseMarkdown(source))
  throw refuse('parseModeUnknown')
}

/** Reads a message's text. @throws Refusal when empty, or over 4096 characters after parsing. */
export function readMessageText(
  source: string,
  parseMode: string,
  entities: unknown,
): FormattedText {
  if (source === '') throw refuse('textEmpty')
  const text = readText(source, parseMode, entities)
  if (text.text === '') throw refuse('textBlank')
  if (Array.from(text.text).length > 4096) throw refuse('messageTooLong')
  return text
}

/** Reads a caption, which may be empty. @throws Refusal when over 1024 characters after parsing. */
export function readCaption(source: string, parseMode: string, entities: unknown): FormattedText {
  const text = readText(source, parseMode, entities)
  if (Array.from(text.text).length > 1024) throw refuse('captionTooLong')
  return text
}

/** Reads the link preview options and keeps what is set. */
export function readLinkPreview(value: unknown): Wire | null {
  if (value === undefined) return null
  if (!isWire(value)) throw badRequest('Object expected as link preview options')
  const kept: Wire = {}
  for (const name of [
    'is_disabled',
    'prefer_small_media',
    'prefer_large_media',
    'show_above_text',
  ]) {
    if (value[name] === true) kept[name] = true
    else if (value[name] !== undefined && value[name] !== false) {
      throw badRequest(`Field "${name}" must be of type Boolean`)
    }
  }
  const url = optionalText(value, 'url')
  if (url !== '') kept['url'] = url
  return Object.keys(kept).length > 0 ? kept : null
}
