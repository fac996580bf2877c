import type { EntityView, MessageView } from '../../../telegram/types.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { type Child, h } from '../dom/h.ts'

type Piece = { page: PageContext; phone: PhoneState; entity: EntityView; inside: Child[] }

const TAGS = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
} as const

/** A text with its formatting, as nested elements. Offsets count UTF-16 units, as strings here do. */
export function richText(page: PageContext, phone: PhoneState, message: MessageView): Child[] {
  const { text, entities } = message
  let place = 0
  const take = (from: number, to: number): Child[] => {
    const made: Child[] = []
    let at = from
    for (
      let entity = entities[place];
      entity !== undefined && entity.offset < to;
      entity = entities[place]
    ) {
      place += 1
      const end = Math.min(entity.offset + entity.length, to)
      if (entity.offset < at) continue
      made.push(text.slice(at, entity.offset))
      made.push(wrap({ page, phone, entity, inside: take(entity.offset, end) }))
      at = end
    }
    made.push(text.slice(at, to))
    return made
  }
  return take(0, text.length)
}

function wrap(piece: Piece): Child {
  const { page, phone, entity, inside } = piece
  const { act, t } = page
  const { person } = phone.person
  switch (entity.type) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strikethrough':
    case 'pre':
    case 'blockquote':
    case 'expandable_blockquote':
      return h(TAGS[entity.type], {}, inside)
    case 'code':
      return h(
        'code',
        { title: t('copyText'), onclick: () => act.copy(person, entity.part, t('copied')) },
        inside,
      )
    case 'spoiler':
      return h('span', { class: 'spoiler', onclick: reveal }, inside)
    case 'url':
    case 'text_link':
      return link(() => act.tapLink(person, entity.url ?? entity.part), inside)
    case 'bot_command':
      return link(() => act.send(person, entity.part), inside)
    case 'mention':
      return link(() => act.tapLink(person, `https://t.me/${entity.part.slice(1)}`), inside)
    case 'hashtag':
    case 'text_mention':
    case 'email':
    case 'phone_number':
      return h('span', { class: 'ink' }, inside)
    default:
      return h('span', {}, inside)
  }
}

function link(follow: () => Promise<void>, inside: Child[]): HTMLElement {
  return h('button', { class: 'link', type: 'button', onclick: () => void follow() }, inside)
}

function reveal(event: MouseEvent): void {
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.classList.add('open')
}
