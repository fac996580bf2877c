import { short } from '../core/format.ts'
import type { PageContext } from '../core/page-context.ts'
import { h } from '../dom/h.ts'
import { historyOf, type LedgerRight } from './history.ts'

/** One right's life line in plain words; its token is struck through once it is burned. */
export function lifeView(page: PageContext): HTMLElement {
  const { state, t } = page
  const { rights } = state.ledger
  const right = rights.find(({ id }) => id === state.right) ?? rights.at(-1)
  return h(
    'section',
    { class: 'life', key: 'life', 'aria-label': t('lifeTitle') },
    h('h2', {}, t('lifeTitle')),
    right !== undefined && rights.length > 1 ? picker(page, right) : null,
    right === undefined ? h('p', {}, t('lifeNone')) : line(page, right),
  )
}

function line({ state, t }: PageContext, right: LedgerRight): HTMLElement {
  const { steps, isBurned } = historyOf(right)
  const holder = state.phones.find(
    ({ person }) => person.account.toLowerCase() === right.holder.toLowerCase(),
  )
  const name = `${right.name} · No. ${right.serial}`
  const token = h('code', { title: right.id }, short(right.id, 8, 4))
  return h(
    'div',
    { class: 'line', key: right.id },
    h(
      'p',
      { class: isBurned ? 'token burned' : 'token' },
      h(isBurned ? 's' : 'span', {}, name),
      h(
        'small',
        { 'data-flash': '' },
        isBurned || holder === undefined
          ? ''
          : `${t('lifeHolder', { name: holder.person.name })} · `,
        isBurned ? h('s', {}, token) : token,
      ),
    ),
    h(
      'ol',
      { 'data-to-end': `${right.id}/${right.history.length}` },
      steps.map(({ block, word, text, isEnd }, index) =>
        h(
          'li',
          { class: isEnd ? 'end' : '', key: `${right.id}-${index}` },
          h('b', {}, text === null ? word : t(text)),
          h('small', {}, t('lifeAt', { block })),
        ),
      ),
    ),
  )
}

function picker({ state, act, t }: PageContext, right: LedgerRight): HTMLElement {
  return h(
    'select',
    {
      'aria-label': t('lifePick'),
      onchange: (event: Event) => {
        if (event.target instanceof HTMLSelectElement) act.pickRight(event.target.value)
      },
    },
    state.ledger.rights.map((each) =>
      h(
        'option',
        { value: each.id, selected: each.id === right.id },
        `${each.name} · No. ${each.serial}`,
      ),
    ),
  )
}
