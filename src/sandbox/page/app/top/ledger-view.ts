import { brief } from '../core/format.ts'
import type { PageContext } from '../core/page-context.ts'
import { h } from '../dom/h.ts'

/** Who has how much, as the chain says it. The bot stands there with its nothing. */
export function ledgerView({ state, t }: PageContext): HTMLElement {
  const { ledger } = state
  const unit = ledger.people[0]?.coins.split(' ')[1] ?? ''
  const accounts = state.phones.map(({ person }) => {
    const found = ledger.people.find((each) => each.person === person.person)
    return entry(person.name, brief(found?.coins ?? '', 2), brief(found?.native ?? ''))
  })
  return h(
    'section',
    { class: 'ledger', 'aria-label': t('ledger') },
    h('dl', {}, accounts, entry(t('bot'), `0 ${unit}`, t('botNote'), 'none')),
    h('span', { class: 'block', title: ledger.chain }, t('block', { block: ledger.block })),
  )
}

function entry(name: string, coins: string, native: string, extra = ''): HTMLElement {
  return h(
    'div',
    { class: `entry ${extra}`, key: `ledger-${name}` },
    h('dt', {}, name),
    h(
      'dd',
      {},
      h('b', { 'data-flash': '' }, coins),
      h('small', { ...(extra === '' ? { 'data-flash': '' } : {}) }, native),
    ),
  )
}
