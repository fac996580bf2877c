import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { avatar } from './avatar.ts'

/** A choice among the chats of a person and the people they know. */
export function chatChooser(
  { state, t }: PageContext,
  phone: PhoneState,
  choose: (chat: number) => Promise<void>,
): HTMLElement {
  const chats = phone.chats.map(({ chatId, title, kind }) => ({
    id: chatId,
    title,
    isBot: kind === 'bot',
  }))
  const known = new Set(chats.map(({ id }) => id))
  const others = state.phones
    .filter((each) => each !== phone && !known.has(each.person.telegramId))
    .map(({ person }) => ({ id: person.telegramId, title: person.name, isBot: false }))
  return h(
    'ul',
    { class: 'chooser', 'aria-label': t('chats') },
    [...chats, ...others].map(({ id, title, isBot }) =>
      h(
        'li',
        { key: `to-${id}` },
        h(
          'button',
          {
            class: `row ${state.play?.target === `to ${id}` ? 'hinted' : ''}`,
            type: 'button',
            onclick: () => void choose(id),
          },
          avatar(id, title, isBot),
          h('span', { class: 'title' }, title),
        ),
      ),
    ),
  )
}
