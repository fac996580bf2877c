import type { Prompt } from '../../../wallets/prompt.ts'
import { short } from '../core/format.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'

/** What a connection would allow, in words. */
export function sessionBody(
  { state, t }: PageContext,
  phone: PhoneState,
  prompt: Prompt & { kind: 'session' },
): HTMLElement {
  const words = prompt.methods.map((method) =>
    /sign/i.test(method)
      ? t('methodSign')
      : method === 'eth_sendTransaction'
        ? t('methodSend')
        : method,
  )
  const methods = [...new Set(words)].join(', ')
  return h(
    'div',
    { class: 'body' },
    h('p', {}, t('sessionText', { account: short(phone.person.account), methods })),
    h(
      'dl',
      {},
      h(
        'div',
        {},
        h('dt', {}, t('network')),
        h('dd', {}, `${state.ledger.chain} (${prompt.chains.join(', ')})`),
      ),
    ),
  )
}
