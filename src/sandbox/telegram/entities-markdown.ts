import { byteOffset, type FormattedText, type MessageEntity, sortEntities } from './message-entity.ts'
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
  return source[i] === '\\' && /^[\x01-\x7e]$/.test(source[i + 1] ?? '')
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

  function begin() {
    const c = source.charAt(i)
    const at = i
    switch (c) {
      case '`':
        if (source.startsWith('```', i)) return beginPre(at)
        push('Code', at)
        break
      case '_':
        if (source[i + 1] === '_') i += 1
        push(i > at ? 'Underline' : 'Italic', at)
        break
      case '*':
        push('Bold', at)
        break
      case '~':
        push('Strikethrough', at)
        break
      case '|':
        if (source[i + 1] !== '|') reserved(c)
        i += 1
        push('Spoiler', at)
        break
      case '[':
        push('TextUrl', at)
        break
      case '!':
        if (source[i + 1] !== '[') reserved(c)
        i += 1
        push('CustomEmoji', at)
        break
      case '\n':
        text += c
        mayQuote = true
        break
      case '>':
        if (!mayQuote) reserved(c)
        if (!inQuote) push('BlockQuote', at)
        inQuote = true
        break
      default:
        reserved(c)
    }
    i += 1
  }

  function finish(): FormattedText {
    if (inQuote) {
      const at = source.length
      i = at
      const top = open.at(-1)
      if (top?.kind === 'BlockQuote' || (top?.kind === 'Spoiler' && top.at === at - 2)) {
        const quote = closeQuote()
        if (quote && text.length > quote.start) {
          entities.push({
            type: quote.type,
            offset: quote.start,
            length: text.length - quote.start,
          })
        }
      }
    }
    const left = open.at(-1)
    if (left) unclosed(left)
    return { text, entities: sortEntities(entities) }
  }

  function read(): FormattedText {
    while (i < source.length) {
      const c = source.charAt(i)
      const isCode = /^(?:Code|Pre|PreCode)$/.test(open.at(-1)?.kind ?? '')
      if (isEscape(source, i)) {
        text += source.charAt(i + 1)
        if (source[i + 1] !== '\r') mayQuote = source[i + 1] === '\n'
        i += 2
      } else if (!(isCode ? '`' : '_*[]()~`>#+-=|{}.!\n').includes(c)) {
        text += c
        if (c !== '\r') mayQuote = false
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

/** Reads the older Markdown: no nesting, and only four kinds of formatting. */
export function parseMarkdown(source: string): FormattedText {
  let text = ''
  const entities: MessageEntity[] = []
  for (let i = 0; i < source.length; ) {
    const c = source.charAt(i)
    if (c === '\\' && /[_*`[]/.test(source[i + 1] ?? '')) {
      text += source.charAt(i + 1)
      i += 2
      continue
    }
    if (!/[_*`[]/.test(c)) {
      text += c
      i += 1
      continue
    }
    const isPre = source.startsWith('```', i)
    const mark = isPre ? '```' : c === '[' ? ']' : c
    const from = i + (isPre ? 3 : 1)
    const close = source.indexOf(mark, from)
    if (close < 0) {
      fail(`Can't find end of the entity starting at byte offset ${byteOffset(source, i)}`)
    }
    const inside = source.slice(from, close)
    const place = { offset: text.length, length: inside.length }
    text += inside
    i = close + mark.length
    if (c === '[') {
      const target = /^\(([^)]*)\)/.exec(source.slice(i))
      if (target) i += target[0].length
      const link = checkLink(target?.[1] ?? inside)
      const userId = userOfLink(target?.[1] ?? '')
      if (place.length === 0) continue
      if (userId !== null) entities.push({ ...place, type: 'text_mention', userId })
      else if (link.type === 'link') entities.push({ ...place, type: 'text_link', url: link.url })
      continue
    }
    const type = isPre ? 'pre' : c === '*' ? 'bold' : c === '_' ? 'italic' : 'code'
    if (place.length > 0) entities.push({ ...place, type })
  }
  return { text, entities: sortEntities(entities) }
}
