import type { ChatView } from '../../../telegram/types.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'
import { messageSummary } from './message-summary.ts'

/** The newest pinned message, under the head of the chat; a press leads to it. */
export function pinnedBar(
  { t }: PageContext,
  phone: PhoneState,
  chat: ChatView,
): HTMLElement | null {
  const { pinned } = chat
  if (pinned === null) return null
  const go = () => {
    const place = `#phone-${phone.person.person} [data-key="message-${pinned.messageId}"]`
    const found = document.querySelector<HTMLElement>(place)
    found?.scrollIntoView({ block: 'center' })
    found?.focus({ preventScroll: true })
  }
  return h(
    'button',
    { class: 'pinned', type: 'button', key: 'pinned', onclick: go },
    icon('pin'),
    h('b', {}, t('pinned')),
    h('span', {}, messageSummary(t, pinned)),
  )
}
