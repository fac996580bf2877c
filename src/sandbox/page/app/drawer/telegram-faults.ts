import type { PageContext } from '../core/page-context.ts'
import { roleOf } from '../core/people.ts'
import { h } from '../dom/h.ts'

/** What Telegram does to a bot: it limits, repeats and reorders, and people block. */
export function telegramFaults({ state, act, t }: PageContext): HTMLElement[] {
  const { faults } = state
  const buyer = roleOf(state, 'buyer')
  const chat = buyer?.chats.find(({ chatId }) => chatId === state.bot.id)
  const name = buyer?.person.name ?? ''
  const toggle = (label: string, isOn: boolean, go: () => Promise<void>) =>
    h(
      'label',
      {},
      h('input', { type: 'checkbox', checked: isOn, onchange: () => void go() }),
      label,
    )
  return [
    toggle(t('strict'), faults.isStrict, () => act.setStrict(!faults.isStrict)),
    toggle(t('unruly'), faults.isUnruly, () => act.setUnruly(!faults.isUnruly)),
    ...(buyer === undefined || chat === undefined
      ? []
      : [
          toggle(t('blocksBot', { name }), chat.isBlocked, () =>
            act.setBlocked(buyer.person.person, !chat.isBlocked),
          ),
        ]),
    h(
      'div',
      { class: 'pair' },
      h(
        'button',
        { class: 'key danger', type: 'button', onclick: () => void act.flood() },
        t('flood'),
      ),
    ),
  ]
}
