import { brief, short } from '../core/format.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'
import { promptView } from './prompt-view.ts'

/** A person's wallet app: account, balances, what waits for a decision, and who is connected. */
export function walletView(page: PageContext, phone: PhoneState): HTMLElement {
  const { act, t } = page
  const { person, name } = phone.person
  const prompts = phone.wallet?.prompts ?? []
  const front = prompts.find(({ id }) => id === phone.wallet?.front)
  const first = front ?? prompts[0]
  return h(
    'div',
    { class: 'wallet-view' },
    h(
      'header',
      { class: 'app-bar' },
      h(
        'button',
        {
          class: 'plain',
          type: 'button',
          'aria-label': t('toChat'),
          onclick: () => act.leaveWallet(person),
        },
        icon('back'),
      ),
      h('div', { class: 'who' }, h('h3', {}, t('walletOf', { name }))),
    ),
    h(
      'div',
      { class: 'wallet-body', 'data-home': first === undefined, tabindex: -1 },
      balances(page, phone),
      first === undefined ? idle(page) : promptView(page, phone, first),
      prompts.length > 1
        ? h('p', { class: 'others' }, t('moreWaiting', { count: prompts.length - 1 }))
        : null,
      first === undefined ? connections(page, phone) : null,
      first === undefined ? pasteForm(page, phone) : null,
    ),
  )
}

function balances({ state, act, t }: PageContext, phone: PhoneState): HTMLElement {
  const { person, account } = phone.person
  const found = state.ledger.people.find((each) => each.person === person)
  return h(
    'section',
    { class: 'balance', key: 'balance' },
    h('b', { 'data-flash': '' }, brief(found?.coins ?? '', 2)),
    h('small', { 'data-flash': '' }, brief(found?.native ?? '', 6)),
    h(
      'button',
      {
        class: 'account',
        type: 'button',
        title: account,
        'aria-label': t('copyAccount'),
        onclick: () => act.copy(person, account, t('copied')),
      },
      short(account),
      icon('copy'),
    ),
  )
}

function idle({ t }: PageContext): HTMLElement {
  return h(
    'section',
    { class: 'idle', key: 'idle' },
    h('b', {}, t('idle')),
    h('p', {}, t('idleHint')),
  )
}

function connections({ act, t }: PageContext, phone: PhoneState): HTMLElement | null {
  const sessions = phone.wallet?.sessions ?? []
  if (sessions.length === 0) return null
  return h(
    'section',
    { class: 'connections', key: 'connections' },
    h('h4', {}, t('connections')),
    h(
      'ul',
      {},
      sessions.map(({ topic, dapp }) =>
        h(
          'li',
          { key: topic },
          h('span', {}, h('b', {}, dapp.name), h('small', {}, dapp.url)),
          h(
            'button',
            {
              class: 'pill',
              type: 'button',
              onclick: () => void act.disconnect(phone.person.person, topic),
            },
            t('disconnect'),
          ),
        ),
      ),
    ),
  )
}

function pasteForm({ act, t }: PageContext, phone: PhoneState): HTMLElement {
  const { person } = phone.person
  const id = `paste-${person}`
  const copied =
    phone.copied?.includes('wc:') || phone.copied?.includes('wc%3A') ? phone.copied : ''
  return h(
    'form',
    {
      class: 'paste',
      key: 'paste',
      onsubmit: (event: Event) => {
        event.preventDefault()
        const input = document.getElementById(id)
        if (!(input instanceof HTMLInputElement) || input.value.trim() === '') return
        void act.pasteLink(person, input.value)
        input.value = ''
      },
    },
    h('input', {
      id,
      type: 'text',
      autocomplete: 'off',
      placeholder: t('pasteLink'),
      'aria-label': t('pasteLink'),
      value: copied,
    }),
    h('button', { class: 'pill', type: 'submit' }, t('connect')),
  )
}
