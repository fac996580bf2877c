import type { ChatView } from '../../../telegram/types.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'
import { avatar } from './avatar.ts'
import { composerView } from './composer-view.ts'
import { messageLog } from './message-log.ts'
import { pinnedBar } from './pinned-bar.ts'

/** A chat: who it is with, what was said, and where to write. */
export function chatView(page: PageContext, phone: PhoneState, chat: ChatView): HTMLElement {
  const { act, t } = page
  const { person } = phone.person
  const unread = [...phone.unread.values()].reduce((sum, each) => sum + each, 0)
  return h(
    'div',
    { class: 'chat-view', key: `view-${chat.chatId}` },
    h(
      'header',
      { class: 'app-bar' },
      h(
        'button',
        {
          class: 'plain',
          type: 'button',
          'aria-label': t('back'),
          onclick: () => act.showList(person),
        },
        icon('back'),
        unread > 0 ? h('span', { class: 'badge' }, unread) : null,
      ),
      avatar(chat.chatId, chat.title, chat.kind === 'bot'),
      h('div', { class: 'who' }, h('h3', {}, chat.title), subtitle(page, phone, chat)),
      chat.kind === 'person'
        ? null
        : h(
            'button',
            {
              class: 'plain info',
              type: 'button',
              'aria-label': t('chatInfo', { title: chat.title }),
              onclick: () => act.openSheet(person, { type: 'chat-info' }),
            },
            icon('more'),
          ),
    ),
    pinnedBar(page, phone, chat),
    messageLog(page, phone, chat),
    composerView(page, phone, chat),
  )
}

function subtitle({ state, t }: PageContext, phone: PhoneState, chat: ChatView): HTMLElement {
  const { typing } = phone
  if (typing?.chatId === chat.chatId)
    return h('p', { class: 'typing' }, t('typing', { name: typing.name }))
  if (chat.kind === 'bot') return h('p', {}, state.botRunning ? t('botLabel') : t('botAsleep'))
  if (chat.kind === 'person') return h('p', {}, t('online'))
  return h('p', {}, t('members', { count: chat.members.length }))
}
