import type { ChatView, MessageView } from '../../../telegram/types.ts'
import { clock, fileSize, hueOf } from '../core/format.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'
import { keyboardView } from './keyboard-view.ts'
import { photoView } from './photo-view.ts'
import { richText } from './rich-text.ts'

/** A message in its chat. `isFirst`: the one before came from somebody else. */
export type BubbleInput = {
  phone: PhoneState
  chat: ChatView
  message: MessageView
  isFirst: boolean
  /** The photos it is one of, when several were sent as one. */
  album?: readonly MessageView[]
}

/** A message as a bubble, with its buttons below. */
export function bubbleView(page: PageContext, input: BubbleInput): HTMLElement {
  const { act, t } = page
  const { phone, chat, message, isFirst, album = [message] } = input
  const { person } = phone.person
  const isGroup = chat.kind !== 'bot' && chat.kind !== 'person'
  const menu = () => act.openSheet(person, { type: 'menu', message })
  const shows = album.length > 1 ? `, ${t('album', { count: album.length })}` : ''
  const classes = [
    'bubble',
    message.photo === null ? '' : 'with-photo',
    message.text === '' ? 'bare' : '',
    message.isEphemeral ? 'ephemeral' : '',
  ]
  return h(
    'article',
    {
      class: `message ${message.mine ? 'mine' : 'theirs'} ${isFirst ? 'first' : ''}`,
      key: `message-${message.messageId}`,
      tabindex: -1,
      'aria-label': `${message.mine ? t('you') : message.from.name}, ${clock(message.at, page.state.language)}${shows}`,
      oncontextmenu: (event: Event) => {
        event.preventDefault()
        menu()
      },
      onkeydown: (event: KeyboardEvent) => {
        if (event.target === event.currentTarget && event.key === 'Enter') menu()
      },
    },
    h(
      'div',
      { class: classes.join(' ') },
      isGroup && !message.mine && isFirst
        ? h('p', { class: `name ink-${hueOf(message.from.id)}` }, message.from.name)
        : null,
      message.isEphemeral ? h('p', { class: 'alone' }, icon('eye'), t('onlyYou')) : null,
      message.forwardedFrom === null
        ? null
        : h(
            'p',
            { class: 'from' },
            icon('forward'),
            t('forwardedFrom', { name: message.forwardedFrom }),
          ),
      message.via === null ? null : h('p', { class: 'via' }, t('via', { bot: message.via })),
      message.replyTo === null ? null : h('blockquote', {}, message.replyTo.text),
      album.length > 1
        ? h(
            'div',
            { class: 'album' },
            album.map((each) => photoView(page, phone, each)),
          )
        : photoView(page, phone, message),
      message.file === null
        ? null
        : h(
            'a',
            {
              class: 'file',
              href: `/driver/files/${encodeURIComponent(message.file.id)}`,
              download: '',
            },
            icon('file'),
            `${message.file.name} · ${fileSize(message.file.size)}`,
          ),
      message.text === ''
        ? null
        : h(
            'div',
            { class: 'text' },
            richText(page, phone, message),
            h('span', { class: 'tail', 'aria-hidden': 'true' }),
          ),
      foot(page, input),
    ),
    keyboardView(page, phone, message),
    h(
      'button',
      {
        class: 'plain more',
        type: 'button',
        tabindex: -1,
        'aria-label': t('messageMenu'),
        onclick: menu,
      },
      icon('more'),
    ),
  )
}

function foot({ state, t }: PageContext, { chat, message }: BubbleInput): HTMLElement {
  const isWaiting = chat.kind === 'bot' && !state.botRunning && message.at >= state.botLeftAt - 1000
  const ticks = isWaiting ? t('sent') : t('delivered')
  return h(
    'p',
    { class: 'foot' },
    message.editedAt === null ? null : h('span', {}, t('edited')),
    h('time', {}, clock(message.at, state.language)),
    message.mine
      ? h('span', {
          class: isWaiting ? 'ticks one' : 'ticks',
          role: 'img',
          'aria-label': ticks,
          title: ticks,
        })
      : null,
  )
}
