import {
  byteOffset,
  type FormattedText,
  type MessageEntity,
  sortEntities,
} from './message-entity.ts'
import { badRequest } from './refusals.ts'
import { checkLink, userOfLink } from './urls.ts'

type Kind =
  | 'Bold'
  | 'Italic'
  | 'Underline'
  | 'Strikethrough'
  | 'Spoiler'
  | 'Code'
  | 'Pre'
  | 'PreCode'
  | 'TextUrl'
  | 'CustomEmoji'
  | 'BlockQuote'
type Open = { kind: Kind; language: string; start: number; at: number }

const entityTypes: Partial<Record<Kind, string>> = {
  Bold: 'bold',
  Italic: 'italic',
  Underline: 'underline',
  Strikethrough: 'strikethrough',
  Spoiler: 'spoiler',
  Code: 'code',
  Pre: 'pre',
  PreCode: 'pre',
}
const marks: Partial<Record<Kind, string>> = {
  Bold: '*',
  Italic: '_',
  Underline: '__',
  Strikethrough: '~',
  Spoiler: '||',
  Code: '`',
  Pre: '```',
  PreCode: '```',
  TextUrl: ']',
  CustomEmoji: ']',
}

function fail(reason: string): never {
  throw badRequest(`Can't parse entities: ${reason}`)
}

function reserved(character: string): never {
  fail(`Character '${character}' is reserved and must be escaped with the preceding '\\'`)
}

function isEscape(source: string, i: number): boolean {
  const next = source.charCodeAt(i + 1)
  return source[i] === '\\' && next > 0 && next <= 126
}

/** Reads Telegram's MarkdownV2, one character at a time. */
function createReader(source: string) {
  let text = ''
  let i = 0
  let inQuote = false
  let mayQuote = true
  const entities: MessageEntity[] = []
  const open: Open[] = []

  function unclosed(entity: Open): never {
    fail(`Can't find end of ${entity.kind} entity at byte offset ${byteOffset(source, entity.at)}`)
  }

  function push(kind: Kind, at: number, language = '') {
    open.push({ kind, language, start: text.length, at })
  }

  function endsHere(): boolean {
    const top = open.at(-1)
    if (!top) return false
    const c = source.charAt(i)
    if (inQuote && c === '\n' && source[i + 1] !== '>') return true
    if (top.kind === 'Italic') return c === '_' && source[i + 1] !== '_'
    const mark = marks[top.kind]
    return mark !== undefined && source.startsWith(mark, i)
  }

  /** Reads `(…)` after a closed bracket, starting at its first character inside. */
  function readTarget(): string {
    const begin = i
    let url = ''
    while (i < source.length && source[i] !== ')') {
      if (isEscape(source, i)) i += 1
      url += source.charAt(i)
      i += 1
    }
    if (source[i] !== ')') {
      fail(`Can't find end of a URL at byte offset ${byteOffset(source, begin)}`)
    }
    return url
  }

  function closeLink(top: Open): Partial<MessageEntity> | null {
    let target = text.slice(top.start)
    if (source[i + 1] === '(') {
      i += 2
      target = readTarget()
    }
    const userId = userOfLink(target)
    if (userId !== null) return { type: 'text_mention', userId }
    const link = checkLink(target)
    return link.type === 'link' ? { type: 'text_link', url: link.url } : null
  }

  function closeEmoji(): Partial<MessageEntity> {
    if (source[i + 1] !== '(') fail('The entity must contain a tg://emoji or tg://time URL')
    i += 2
    const url = readTarget()
    const emoji = /^tg:\/\/emoji\/?\?(?:.*&)?id=([1-9]\d*)/i.exec(url)?.[1]
    if (emoji) return { type: 'custom_emoji', customEmojiId: emoji }
    const time = /^tg:\/\/time\/?\?(?:.*&)?unix=([1-9]\d*)/i.exec(url)?.[1]
    if (!time) fail('Invalid tg://emoji or tg://time URL specified')
    const format = /[?&]format=(\w+)/.exec(url)?.[1]
    return {
      type: 'date_time',
      unixTime: Number(time),
      ...(format && { dateTimeFormat: format }),
    }
  }

  /** Ends a quotation at a line end; `||` right before it makes it expandable. */
  function closeQuote() {
    let top = open.at(-1)
    let type = 'blockquote'
    if (top?.kind === 'Spoiler') {
      const isMark = top.at === i - 2 || (top.at === i - 3 && text.endsWith('\r'))
      if (!isMark) unclosed(top)
      open.pop()
      type = 'expandable_blockquote'
      top = open.at(-1)
    }
    if (top?.kind !== 'BlockQuote') return top ? unclosed(top) : undefined
    open.pop()
    inQuote = false
    return { type, start: top.start }
  }

  function end() {
    if (source[i] === '\n') {
      const quote = closeQuote()
      text += '\n'
      mayQuote = true
      if (quote) {
        entities.push({
          type: quote.type,
          offset: quote.start,
          length: text.length - quote.start,
        })
      }
      i += 1
      return
    }
    const top = open.pop()
    if (!top) return
    const length = text.length - top.start
    let found: Partial<MessageEntity> | null = { type: entityTypes[top.kind] ?? 'bold' }
    if (top.kind === 'TextUrl') found = closeLink(top)
    else if (top.kind === 'CustomEmoji') found = closeEmoji()
    else i += (marks[top.kind] ?? '').length - 1
    if (top.language) found = { ...found, language: top.language }
    if (found && length > 0) {
      entities.push({ type: 'bold', ...found, offset: top.start, length })
    }
    i += 1
  }

  function beginPre(at: number) {
    i += 3
    const word = /^[^\s`]*/.exec(source.slice(i))?.[0] ?? ''
    const after = source[i + word.length]
    const hasLanguage = word !== '' && after !== undefined && after !== '`'
    if (hasLanguage) i += word.length
    i += /^(?:\r\n|\n\r|\n|\r)?/.exec(source.slice(i))?.[0].length ?? 0
    push(hasLanguage ? 'PreCode' : 'Pre', at, hasLanguage ? word : '')
  }

  /** Begins an entity whose mark is one character, doubled for its sister. */
  function beginMark(single: Kind | null, double: Kind | null, twin: string) {
    const at = i
    const isDouble = double !== null && source[i + 1] === twin
    const kind = isDouble ? double : single
    if (!kind) reserved(source.charAt(i))
    if (isDouble) i += 1
    push(kind, at)
    i += 1
  }

  function beginLine(c: string) {
    if (c === '\n') {
      text += c
      mayQuote = true
    } else {
      if (!mayQuote) reserved(c)
      if (!inQuote) push('BlockQuote', i)
      inQuote = true
    }
    i += 1
  }

  function begin() {
    const c = source.charAt(i)
    switch (c) {
      case '`':
        if (source.startsWith('```', i)) beginPre(i)
        else beginMark('Code', null, '')
        return
      case '_':
        beginMark('Italic', 'Underline', '_')
        return
      case '*':
        beginMark('Bold', null, '')
        return
      case '~':
        beginMark('Strikethrough', null, '')
        return
      case '|':
        beginMark(null, 'Spoiler', '|')
        return
      case '[':
        beginMark('TextUrl', null, '')
        return
      case '!':
        beginMark(null, 'CustomEmoji', '[')
        return
      case '\n':
      case '>':
        beginLine(c)
        return
      default:
        reserved(c)
    }
  }

  function quoteUpTo(quote: { type: string; start: number } | undefined) {
    if (!quote || text.length === quote.start) return
    entities.push({ type: quote.type, offset: quote.start, length: text.length - quote.start })
  }

  function finish(): FormattedText {
    const top = open.at(-1)
    const isMark = top?.kind === 'Spoiler' && top.at === source.length - 2
    if (inQuote && (top?.kind === 'BlockQuote' || isMark)) quoteUpTo(closeQuote())
    const left = open.at(-1)
    if (left) unclosed(left)
    return { text, entities: sortEntities(entities) }
  }

  function isPlain(c: string): boolean {
    const kind = open.at(-1)?.kind ?? 'Bold'
    const isCode = kind === 'Code' || kind === 'Pre' || kind === 'PreCode'
    return !(isCode ? '`' : '_*[]()~`>#+-=|{}.!\n').includes(c)
  }

  function take(c: string) {
    text += c
    if (c !== '\r') mayQuote = c === '\n'
  }

  function read(): FormattedText {
    while (i < source.length) {
      const c = source.charAt(i)
      if (isEscape(source, i)) {
        take(source.charAt(i + 1))
        i += 2
      } else if (isPlain(c)) {
        take(c)
        i += 1
      } else if (endsHere()) {
        end()
      } else {
        begin()
      }
    }
    return finish()
  }

  return { read }
}

/**
 * Reads Telegram's MarkdownV2.
 * @throws Refusal `can't parse entities: …`, as the Bot API words it.
 */
export function parseMarkdownV2(source: string): FormattedText {
  return createReader(source).read()
}
