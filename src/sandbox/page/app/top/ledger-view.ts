import { brief } from '../core/format.ts'
import type { PageContext } from '../core/page-context.ts'
import { h } from '../dom/h.ts'

/** Who has how much, as the chain says it. The bot stands there with its nothing. */
export function ledgerView({ state, t }: PageContext): HTMLElement {
  const { ledger } = state
  const unit = ledger.people[0]?.coins.split(' ')[1] ?? ''
  const accounts = state.phones.map(({ person }) => {
    const found = ledger.people.find((each) => each.person === person.person)
    return entry({
      name: person.name,
      person: person.person,
      coins: brief(found?.coins ?? '', 2),
      native: brief(found?.native ?? ''),
    })
  })
  return h(
    'section',
    { class: 'ledger', 'aria-label': t('ledger') },
    h(
      'dl',
      {},
      accounts,
      entry({ name: t('bot'), person: null, coins: `0 ${unit}`, native: t('botNote') }),
    ),
    h('span', { class: 'block', title: ledger.chain }, t('block', { block: ledger.block })),
  )
}

/** A line of the ledger; the bot is nobody there. */
function entry(line: {
  name: string
  person: string | null
  coins: string
  native: string
}): HTMLElement {
  const { name, person, coins, native } = line
  return h(
    'div',
    {
      class: person === null ? 'entry none' : 'entry',
      key: `ledger-${name}`,
      'data-account': person,
    },
    h('dt', {}, name),
    h(
      'dd',
      {},
      h('b', { 'data-flash': '' }, coins),
      h('small', { 'data-flash': person === null ? null : '' }, native),
    ),
  )
}
