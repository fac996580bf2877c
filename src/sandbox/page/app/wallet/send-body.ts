import type { Prompt } from '../../../wallets/prompt.ts'
import { brief, short } from '../core/format.ts'
import type { PageContext } from '../core/page-context.ts'
import { h } from '../dom/h.ts'
import { plainWords } from './plain-words.ts'

/** A transaction: in one plain sentence, then what it moves and costs, then the call itself. */
export function sendBody(
  { state, t }: PageContext,
  prompt: Prompt & { kind: 'send' },
): HTMLElement {
  const { call } = prompt
  const line = (name: string, value: string) => h('div', {}, h('dt', {}, name), h('dd', {}, value))
  return h(
    'div',
    { class: 'body' },
    h('p', { class: 'says' }, plainWords(t, prompt, state.ledger)),
    h(
      'dl',
      {},
      line(t('value'), brief(prompt.valueText, 6)),
      line(t('fee'), prompt.feeText === null ? t('feeUnknown') : brief(prompt.feeText, 6)),
      line(t('network'), prompt.chain),
      line(t('contract'), `${call?.contract ?? ''} ${short(prompt.to)}`),
    ),
    h(
      'details',
      {},
      h('summary', {}, t('details')),
      h(
        'dl',
        { class: 'call' },
        call === null ? null : line(t('function'), call.function),
        call?.args.map(({ name, value }) => line(name, value)),
        line(t('data'), prompt.data),
      ),
    ),
  )
}
