import type { ChatView } from '../../../telegram/types.ts'
import { clock } from '../core/format.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'
import { avatar } from './avatar.ts'
import { messageSummary } from './message-summary.ts'

/** The chats of a person, newest first, and below them whom else they know. */
export function chatListView(page: PageContext, phone: PhoneState): HTMLElement {
  const { act, t } = page
  const strangers = contacts(page, phone)
  return h(
    'div',
    { class: 'list-view' },
    h(
      'header',
      { class: 'app-bar' },
      h('h3', {}, t('chats')),
      h(
        'button',
        {
          class: 'plain new',
          type: 'button',
          'aria-label': t('newGroup'),
          title: t('newGroup'),
          onclick: () => act.openSheet(phone.person.person, { type: 'new-group', chosen: [] }),
        },
        icon('people'),
      ),
    ),
    h(
      'div',
      { class: 'rows' },
      h(
        'ul',
        {},
        phone.chats.map((chat) => row(page, phone, chat)),
      ),
      strangers.length > 0 ? h('h4', {}, t('contacts')) : null,
      h('ul', {}, strangers),
    ),
  )
}

function row({ state, act, t }: PageContext, phone: PhoneState, chat: ChatView): HTMLElement {
  const { lastMessage } = chat
  const count = phone.unread.get(chat.chatId) ?? 0
  const isGroup = chat.kind === 'group' || chat.kind === 'supergroup'
  const who =
    lastMessage === null || !isGroup || lastMessage.service !== null
      ? ''
      : `${lastMessage.mine ? t('you') : lastMessage.from.name}: `
  return h(
    'li',
    { key: `chat-${chat.chatId}` },
    h(
      'button',
      {
        class: 'row',
        type: 'button',
        'data-home': chat.chatId === phone.chats[0]?.chatId,
        onclick: () => void act.openChat(phone.person.person, chat.chatId),
      },
      avatar(chat.chatId, chat.title, chat.kind === 'bot'),
      h('span', { class: 'title' }, chat.title),
      h('time', {}, lastMessage === null ? '' : clock(lastMessage.at, state.language)),
      h(
        'span',
        { class: 'last' },
        who === '' ? null : h('b', {}, who),
        lastMessage === null ? (chat.description ?? '') : messageSummary(t, lastMessage),
      ),
      count > 0 ? h('span', { class: 'badge', 'aria-label': t('unread', { count }) }, count) : null,
    ),
  )
}

function contacts({ state, act, t }: PageContext, phone: PhoneState): HTMLElement[] {
  const others = state.phones
    .filter((each) => each !== phone)
    .map(({ person }) => ({ id: person.telegramId, name: person.name, isBot: false }))
  const known = new Set(phone.chats.map(({ chatId }) => chatId))
  return [{ id: state.bot.id, name: 'Scrip', isBot: true }, ...others]
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, isBot }) =>
      h(
        'li',
        { key: `contact-${id}` },
        h(
          'button',
          {
            class: 'row contact',
            type: 'button',
            onclick: () => void act.openChat(phone.person.person, id),
          },
          avatar(id, name, isBot),
          h('span', { class: 'title' }, name),
          h('span', { class: 'last' }, isBot ? `@${state.bot.username}` : t('online')),
        ),
      ),
    )
}
