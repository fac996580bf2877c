import {
  byteOffset,
  type FormattedText,
  type MessageEntity,
  sortEntities,
} from './message-entity.ts'
import { badRequest } from './refusals.ts'
import { checkLink, userOfLink } from './urls.ts'

const types: Record<string, string> = { '```': 'pre', '*': 'bold', _: 'italic', '`': 'code' }

type Link = { entity: Partial<MessageEntity> | null; length: number }

/** What a `[text]` leads to: the address in round brackets after it, or its own text. */
function readLink(inside: string, after: string): Link {
  const target = /^\(([^)]*)\)/.exec(after)
  const length = target?.[0].length ?? 0
  const userId = userOfLink(target?.[1] ?? '')
  if (userId !== null) return { entity: { type: 'text_mention', userId }, length }
  const link = checkLink(target?.[1] ?? inside)
  return { entity: link.type === 'link' ? { type: 'text_link', url: link.url } : null, length }
}

/**
 * Reads the older Markdown: no nesting, and only four kinds of formatting.
 * @throws Refusal `can't parse entities: …` for a mark that is never closed.
 */
export function parseMarkdown(source: string): FormattedText {
  let text = ''
  const entities: MessageEntity[] = []
  for (let i = 0; i < source.length; ) {
    const token = /^(?:\\([_*`[])|(```|[_*`[]))/.exec(source.slice(i, i + 3))
    const open = token?.[2]
    if (open === undefined) {
      text += token?.[1] ?? source.charAt(i)
      i += token ? 2 : 1
      continue
    }
    const close = open === '[' ? ']' : open
    const end = source.indexOf(close, i + open.length)
    if (end < 0) {
      throw badRequest(
        `Can't parse entities: Can't find end of the entity starting at byte offset ${byteOffset(source, i)}`,
      )
    }
    const inside = source.slice(i + open.length, end)
    const place = { offset: text.length, length: inside.length }
    text += inside
    i = end + close.length
    const link = open === '[' ? readLink(inside, source.slice(i)) : null
    i += link?.length ?? 0
    const entity = link ? link.entity : { type: types[open] ?? 'bold' }
    if (entity && place.length > 0) entities.push({ type: 'bold', ...entity, ...place })
  }
  return { text, entities: sortEntities(entities) }
}
