import type { Prompt } from '../../../wallets/prompt.ts'
import { clock } from '../core/format.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { sendBody } from './send-body.ts'
import { sessionBody } from './session-body.ts'

/** A question of the wallet: who asks, what for, what it costs, and the two answers. */
export function promptView(page: PageContext, phone: PhoneState, prompt: Prompt): HTMLElement {
  const { state, act, t } = page
  const { person } = phone.person
  const isBusy = phone.busy.has(prompt.id)
  const decide = (action: 'approve' | 'reject') => () => void act.decide(person, prompt.id, action)
  const title = { session: t('session'), sign: t('sign'), send: t('send_') }[prompt.kind]
  return h(
    'section',
    { class: 'prompt', key: prompt.id, 'aria-label': title, tabindex: -1, 'data-home': '' },
    h(
      'header',
      {},
      h('p', {}, t('asks', { name: prompt.dapp.name }), h('small', {}, prompt.dapp.url)),
      h('h4', {}, title),
    ),
    body(page, phone, prompt),
    prompt.warning === null ? null : h('p', { class: 'warning', role: 'alert' }, prompt.warning),
    h(
      'footer',
      {},
      h(
        'button',
        { class: 'key', type: 'button', disabled: isBusy, onclick: decide('reject') },
        t('reject'),
      ),
      h(
        'button',
        {
          class: `key success ${state.play?.target === prompt.id ? 'hinted' : ''}`,
          type: 'button',
          disabled: isBusy,
          'aria-busy': isBusy ? 'true' : null,
          onclick: decide('approve'),
        },
        t('approve'),
      ),
    ),
    prompt.expiresAt === null
      ? null
      : h(
          'small',
          { class: 'expires' },
          t('expires', { time: clock(prompt.expiresAt * 1000, state.language) }),
        ),
  )
}

function body(page: PageContext, phone: PhoneState, prompt: Prompt): HTMLElement {
  switch (prompt.kind) {
    case 'session':
      return sessionBody(page, phone, prompt)
    case 'sign':
      return h(
        'div',
        { class: 'body' },
        h('p', {}, page.t('signText')),
        h('pre', { tabindex: 0 }, prompt.text),
      )
    case 'send':
      return sendBody(page, prompt)
  }
}
