import { chatListView } from './chat/chat-list-view.ts'
import { chatView } from './chat/chat-view.ts'
import { sheetView } from './chat/sheet-view.ts'
import { brief, clock, hueOf } from './core/format.ts'
import type { PageContext } from './core/page-context.ts'
import { openChatOf, type PhoneState } from './core/state.ts'
import type { TextKey } from './core/texts-en.ts'
import { h } from './dom/h.ts'
import { icon } from './dom/icon.ts'
import { walletView } from './wallet/wallet-view.ts'

/** One person's phone: who they are, and a screen with list, chat and wallet side by side. */
export function phoneView(page: PageContext, phone: PhoneState): HTMLElement {
  const { state, act, t } = page
  const { person } = phone
  const role = t(roleKey(person.role))
  const chat = openChatOf(phone)
  const isCovered = phone.sheet !== null
  const pane = (name: PhoneState['screen'], content: HTMLElement | null) =>
    h(
      'div',
      {
        class: `pane ${name}`,
        key: `pane-${name}`,
        'data-pane': name,
        tabindex: -1,
        inert: phone.screen !== name || isCovered,
      },
      content,
    )
  return h(
    'section',
    {
      class: 'phone',
      id: `phone-${person.person}`,
      key: `phone-${person.person}`,
      'data-phone': person.person,
      'data-shown': String(state.shown === person.person),
      'aria-label': t('phoneOf', { name: person.name, role }),
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Escape') return
        if (isCovered) act.closeSheet(person.person)
        else if (phone.screen === 'wallet') act.leaveWallet(person.person)
      },
    },
    owner(page, phone, role),
    h(
      'div',
      { class: 'device' },
      h(
        'div',
        { class: 'screen', 'data-screen': phone.screen },
        h(
          'div',
          { class: 'status', 'aria-hidden': 'true' },
          h('span', {}, clock(Date.now(), state.language)),
          h('i', {}),
          h('span', { class: 'signal' }),
        ),
        pane('list', chatListView(page, phone)),
        pane('chat', chat === null ? null : chatView(page, phone, chat)),
        pane('wallet', walletView(page, phone)),
        sheetView(page, phone),
        h(
          'div',
          { class: 'toast', key: 'toast', role: 'status', 'data-on': phone.toast !== null },
          phone.toast ?? '',
        ),
      ),
    ),
  )
}

function owner({ state, act, t }: PageContext, phone: PhoneState, role: string): HTMLElement {
  const { person, wallet } = phone
  const count = wallet?.prompts.length ?? 0
  const coins = state.ledger.people.find((each) => each.person === person.person)?.coins ?? ''
  const isOpen = phone.screen === 'wallet'
  const label =
    count > 0 && !isOpen
      ? t('openWalletWaiting', { name: person.name, count })
      : t('openWallet', { name: person.name })
  return h(
    'header',
    { class: 'owner' },
    h(
      'span',
      { class: `avatar hue-${hueOf(person.telegramId)}`, 'aria-hidden': 'true' },
      person.name.slice(0, 1),
    ),
    h('div', {}, h('h2', {}, person.name), h('p', {}, role)),
    person.role === 'seller'
      ? h(
          'button',
          {
            class: 'pill',
            type: 'button',
            key: 'scan',
            onclick: () => act.openSheet(person.person, { type: 'scan' }),
          },
          icon('scan'),
          t('scan'),
        )
      : null,
    h(
      'button',
      {
        class: 'pill',
        type: 'button',
        key: 'wallet',
        'aria-label': label,
        'aria-pressed': String(isOpen),
        onclick: () => (isOpen ? act.leaveWallet(person.person) : act.showWallet(person.person)),
      },
      icon('wallet'),
      h('span', { 'data-flash': '' }, brief(coins, 2)),
      count > 0 && !isOpen ? h('span', { class: 'badge' }, count) : null,
    ),
  )
}

function roleKey(role: string): TextKey {
  return role === 'seller' ? 'seller' : role === 'recipient' ? 'recipient' : 'buyer'
}
