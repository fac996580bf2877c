import {
  byteOffset,
  type FormattedText,
  type MessageEntity,
  sortEntities,
} from './message-entity.ts'
import { badRequest } from './refusals.ts'
import { checkLink, userOfLink } from './urls.ts'

const simple: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
}
const known = new Set(
  Object.keys(simple).concat('a', 'pre', 'code', 'blockquote', 'tg-emoji', 'tg-time'),
)
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

type OpenTag = { name: string; attributes: Map<string, string>; start: number }

function fail(reason: string): never {
  throw badRequest(`Can't parse entities: ${reason}`)
}

/** Decodes the character reference at the start of `text`; null when it is none that Telegram knows. */
function readReference(text: string): { character: string; length: number } | null {
  const match = /^&(?:#x([0-9a-f]*)|#(\d*)|([a-z]*))/i.exec(text)
  if (!match) return null
  const [whole, hex, decimal, name] = match
  const length = whole.length + (text[whole.length] === ';' ? 1 : 0)
  if (name !== undefined) {
    const character = named[name]
    return character === undefined ? null : { character, length }
  }
  const code = hex !== undefined ? Number.parseInt(hex || '0', 16) : Number(decimal || '0')
  if (code === 0 || code >= 0x10ffff || whole.length >= 10) return null
  return { character: String.fromCodePoint(code), length }
}

function decode(text: string): string {
  let decoded = ''
  for (let i = 0; i < text.length; ) {
    const reference = text[i] === '&' ? readReference(text.slice(i)) : null
    decoded += reference ? reference.character : text.charAt(i)
    i += reference ? reference.length : 1
  }
  return decoded
}

type Attribute = { name: string; value: string | null; end: number }

/** Reads one attribute that starts at `from`. A value of null means there was no `=`. */
function readAttribute(source: string, from: number, tag: string, tagAt: number): Attribute {
  const name = /^[^\s=>/"']*/.exec(source.slice(from))?.[0] ?? ''
  if (name === '') fail(`Empty attribute name in the tag "${tag}" at byte offset ${tagAt}`)
  const unclosed = `Unclosed start tag "${tag}" at byte offset ${tagAt}`
  let at = from + name.length
  at += /^\s*/.exec(source.slice(at))?.[0].length ?? 0
  if (source[at] !== '=') {
    if (at >= source.length) fail(unclosed)
    return { name, value: null, end: at }
  }
  at += 1
  at += /^\s*/.exec(source.slice(at))?.[0].length ?? 0
  if (at >= source.length) fail(unclosed)
  const quote = source[at]
  if (quote !== '"' && quote !== "'") {
    const value = /^[a-z0-9.-]*/i.exec(source.slice(at))?.[0] ?? ''
    const end = at + value.length
    if (end < source.length && !/[\s>]/.test(source.charAt(end))) {
      fail(`Unexpected end of name token at byte offset ${byteOffset(source, at)}`)
    }
    return { name, value: value.toLowerCase(), end }
  }
  const close = source.indexOf(quote, at + 1)
  if (close < 0) fail(`Unclosed start tag at byte offset ${tagAt}`)
  return { name, value: decode(source.slice(at + 1, close)), end: close + 1 }
}

/** Reads a start tag at `<`; gives the tag and where the text goes on. */
function readStartTag(source: string, at: number): { tag: Omit<OpenTag, 'start'>; end: number } {
  const tagAt = byteOffset(source, at)
  const name = (/^[^\s>]*/.exec(source.slice(at + 1))?.[0] ?? '').toLowerCase()
  let i = at + 1 + name.length
  if (i >= source.length) fail(`Unclosed start tag at byte offset ${tagAt}`)
  if (!known.has(name)) fail(`Unsupported start tag "${name}" at byte offset ${tagAt}`)
  const attributes = new Map<string, string>()
  while (source[i] !== '>') {
    i += /^\s*/.exec(source.slice(i))?.[0].length ?? 0
    if (source[i] === '>') break
    const attribute = readAttribute(source, i, name, tagAt)
    i = attribute.end
    if (i >= source.length) fail(`Unclosed start tag at byte offset ${tagAt}`)
    attributes.set(attribute.name, attribute.value ?? '')
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    fail(`Tag "span" must have class "tg-spoiler" at byte offset ${tagAt}`)
  }
  return { tag: { name, attributes }, end: i + 1 }
}

/** Reads an end tag at `</`; checks that it closes `open`. */
function readEndTag(source: string, at: number, open: OpenTag | undefined): number {
  const tagAt = byteOffset(source, at)
  if (!open) fail(`Unexpected end tag at byte offset ${tagAt}`)
  const name = (/^[^\s>]*/.exec(source.slice(at + 2))?.[0] ?? '').toLowerCase()
  let i = at + 2 + name.length
  i += /^\s*/.exec(source.slice(i))?.[0].length ?? 0
  if (source[i] !== '>') fail(`Unclosed end tag at byte offset ${tagAt}`)
  if (name !== '' && name !== open.name) {
    fail(
      `Unmatched end tag at byte offset ${tagAt}, expected "</${open.name}>", found "</${name}>"`,
    )
  }
  return i + 1
}

function linkEntity(tag: OpenTag, text: string, place: { offset: number; length: number }) {
  const target = tag.attributes.get('href') || text.slice(tag.start)
  const userId = userOfLink(target)
  if (userId !== null) return { ...place, type: 'text_mention', userId }
  const link = checkLink(target)
  return link.type === 'link' ? { ...place, type: 'text_link', url: link.url } : null
}

function timeEntity(tag: OpenTag, place: { offset: number; length: number }): MessageEntity | null {
  const unixTime = Number.parseInt(tag.attributes.get('unix') ?? '0', 10) || 0
  const format = tag.attributes.get('format') ?? ''
  if (format !== '' && !/^(?:[rR]|[tTdDwW]+)$/.test(format)) {
    fail('Invalid date-time format specified')
  }
  if (unixTime <= 0) return null
  return { ...place, type: 'date_time', unixTime, ...(format && { dateTimeFormat: format }) }
}

function closeTag(tag: OpenTag, text: string, entities: MessageEntity[]): MessageEntity | null {
  const place = { offset: tag.start, length: text.length - tag.start }
  const last = entities.at(-1)
  const wraps = last?.offset === place.offset && last.length === place.length
  const language = /^language-(.*)$/s.exec(tag.attributes.get('class') ?? '')?.[1] ?? ''
  switch (tag.name) {
    case 'a':
      return linkEntity(tag, text, place)
    case 'pre':
      if (last?.type === 'code' && wraps && last.language) {
        last.type = 'pre'
        return null
      }
      return { ...place, type: 'pre' }
    case 'code':
      if (last?.type === 'pre' && wraps && language) {
        last.language = language
        return null
      }
      return { ...place, type: 'code', ...(language && { language }) }
    case 'blockquote':
      return {
        ...place,
        type: tag.attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote',
      }
    case 'tg-emoji': {
      const id = tag.attributes.get('emoji-id') ?? ''
      if (!/^[1-9]\d*$/.test(id)) fail('Invalid custom emoji identifier specified')
      return { ...place, type: 'custom_emoji', customEmojiId: id }
    }
    case 'tg-time':
      return timeEntity(tag, place)
    default:
      return { ...place, type: simple[tag.name] ?? 'bold' }
  }
}

/**
 * Reads Telegram's HTML.
 * @throws Refusal `can't parse entities: …` with byte offsets, as the Bot API words it.
 */
export function parseHtml(source: string): FormattedText {
  let text = ''
  const entities: MessageEntity[] = []
  const open: OpenTag[] = []

  function close(at: number): number {
    const end = readEndTag(source, at, open.at(-1))
    const tag = open.pop()
    const entity = tag && text.length > tag.start ? closeTag(tag, text, entities) : null
    if (entity) entities.push(entity)
    return end
  }

  for (let i = 0; i < source.length; ) {
    const c = source.charAt(i)
    const reference = c === '&' ? readReference(source.slice(i, i + 16)) : null
    if (c !== '<') {
      text += reference?.character ?? c
      i += reference?.length ?? 1
    } else if (source[i + 1] === '/') {
      i = close(i)
    } else {
      const { tag, end } = readStartTag(source, i)
      open.push({ ...tag, start: text.length })
      i = end
    }
  }
  const left = open.at(-1)
  if (left) fail(`Can't find end tag corresponding to start tag "${left.name}"`)
  if (!text.isWellFormed()) {
    fail(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    )
  }
  for (const entity of entities) if (entity.type === 'code') delete entity.language
  return { text, entities: sortEntities(entities) }
}
