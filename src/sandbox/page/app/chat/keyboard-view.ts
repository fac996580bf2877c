import type { ButtonView, MessageView } from '../../../telegram/types.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { type IconName, icon } from '../dom/icon.ts'
import { progressOf } from '../top/progress.ts'

const signs: Partial<Record<ButtonView['kind'], IconName>> = {
  url: 'out',
  copy: 'copy',
  inline: 'forward',
  'inline-here': 'at',
}

/** The rows of buttons under a message. */
export function keyboardView(
  page: PageContext,
  phone: PhoneState,
  message: MessageView,
): HTMLElement | null {
  if (message.buttons.length === 0) return null
  const isHinted = page.state.play === null && isFirstPost(page, phone, message)
  return h(
    'div',
    { class: 'keyboard' },
    message.buttons.map((row, line) =>
      h(
        'div',
        { class: 'keys' },
        row.map((button, place) =>
          key(page, { phone, message, button, isHinted: isHinted && line + place === 0 }),
        ),
      ),
    ),
  )
}

function key(
  { state, act, t }: PageContext,
  input: { phone: PhoneState; message: MessageView; button: ButtonView; isHinted: boolean },
): HTMLElement {
  const { phone, message, button, isHinted } = input
  const { label, kind, style } = button
  const name = `${message.chatId}/${message.messageId}/${label}`
  const isBusy = phone.busy.has(name)
  const isPlayed = state.play?.target === name
  const sign = signs[kind]
  return h(
    'button',
    {
      class: `key ${style ?? ''} ${isHinted || isPlayed ? 'hinted' : ''}`,
      type: 'button',
      key: `key-${button.index}`,
      disabled: kind === 'disabled',
      'aria-busy': isBusy ? 'true' : null,
      onclick: () => void act.press(phone.person.person, message, label),
    },
    h('span', { class: 'label' }, label),
    sign === undefined ? null : icon(sign),
    isHinted ? h('span', { class: 'tip' }, t('tapBuy')) : null,
  )
}

/** The newest post of the group, on the buyer's phone, while nothing was bought. */
function isFirstPost({ state }: PageContext, phone: PhoneState, message: MessageView): boolean {
  if (phone.person.role !== 'buyer' || state.stepsDismissed || progressOf(state).done.size > 0)
    return false
  const posts = phone.messages.get(message.chatId)?.filter(({ buttons }) => buttons.length > 0)
  return message.chatId < 0 && posts?.at(-1)?.messageId === message.messageId
}
