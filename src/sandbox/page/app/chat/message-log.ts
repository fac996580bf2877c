import type { ChatView, MessageView } from '../../../telegram/types.ts'
import { day } from '../core/format.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { albumOf } from './album-of.ts'
import { bubbleView } from './bubble-view.ts'
import { serviceText } from './service-text.ts'

/** The messages of a chat, oldest first. Arrow keys go from one to the next. */
export function messageLog(page: PageContext, phone: PhoneState, chat: ChatView): HTMLElement {
  const { state, t } = page
  const messages = phone.messages.get(chat.chatId) ?? []
  const rows: HTMLElement[] = []
  let before: MessageView | null = null
  for (const message of messages) {
    if (isInAlbumOf(before, message)) continue
    const today = day(message.at, state.language)
    const isNewDay = before === null || day(before.at, state.language) !== today
    if (isNewDay)
      rows.push(
        h(
          'p',
          { class: 'service', key: `day-${today}` },
          day(Date.now(), state.language) === today ? t('today') : today,
        ),
      )
    const isFirst = isNewDay || before?.service !== null || before?.from.id !== message.from.id
    rows.push(
      message.service === null
        ? bubbleView(page, { phone, chat, message, isFirst, album: albumOf(phone, message) })
        : serviceLine(page, message),
    )
    before = message
  }
  markLast(rows)
  return h(
    'div',
    { class: 'log', 'data-to-end': `${chat.chatId}/${messages.length}`, onkeydown: walk },
    h('div', { class: 'messages' }, rows, messages.length === 0 ? emptyChat(page, chat) : null),
  )
}

function serviceLine({ t }: PageContext, message: MessageView): HTMLElement {
  return h('p', { class: 'service', key: `message-${message.messageId}` }, serviceText(t, message))
}

function emptyChat({ t }: PageContext, chat: ChatView): HTMLElement {
  return chat.description === null
    ? h('p', { class: 'service', key: 'empty' }, t('emptyChat'))
    : h(
        'div',
        { class: 'about', key: 'about' },
        h('b', {}, t('whatCanItDo')),
        h('p', {}, chat.description),
      )
}

/** Whether a message is shown as part of the one before it. */
function isInAlbumOf(before: MessageView | null, { albumId }: MessageView): boolean {
  return albumId !== null && before?.albumId === albumId
}

/** The newest message is where the Tab key enters the log. */
function markLast(rows: HTMLElement[]): void {
  const last = rows.findLast((row) => row.tagName === 'ARTICLE')
  if (last === undefined) return
  last.tabIndex = 0
  last.dataset['home'] = ''
}

function walk(event: KeyboardEvent): void {
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
  const article = event.target instanceof Element ? event.target.closest('article') : null
  if (step === 0 || article === null) return
  const all = Array.from(
    article.parentElement?.querySelectorAll<HTMLElement>(':scope > article') ?? [],
  )
  const next = all[all.indexOf(article as HTMLElement) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
