import type { PageContext } from '../core/page-context.ts'
import { type Child, h } from '../dom/h.ts'
import { policyView } from './policy-view.ts'

/** Buttons that make things go wrong. */
export function faultsView(page: PageContext): HTMLElement {
  const { state, act, t } = page
  const { faults } = state
  return h(
    'div',
    { class: 'faults' },
    h('p', { class: 'lead' }, t('faultsLead')),
    group(
      t('faultBot'),
      state.botRunning ? t('botIsRunning') : t('botIsGone'),
      state.botRunning
        ? act_(t('killBot'), act.killBot, 'danger')
        : act_(t('startBot'), act.startBot, 'success'),
    ),
    group(
      t('faultChain'),
      t('block', { block: state.ledger.block }),
      h('label', {}, t('depth'), depth(page)),
      h(
        'label',
        {},
        h('input', {
          type: 'checkbox',
          checked: faults.keepTransactions,
          onchange: () => act.setFaults({ keepTransactions: !faults.keepTransactions }),
        }),
        t('keepTransactions'),
      ),
      h(
        'div',
        { class: 'pair' },
        act_(t('reorganise'), act.reorganise, 'danger'),
        act_(t('mine'), act.mine),
      ),
    ),
    group(
      t('faultRelay'),
      state.relayOn ? t('relayIsOn') : t('relayIsOff'),
      state.relayOn
        ? act_(t('relayOff'), () => act.setRelay(false), 'danger')
        : act_(t('relayOn'), () => act.setRelay(true), 'success'),
    ),
    state.phones.map((phone) => policyView(page, phone)),
    h('p', { class: 'note', role: 'status' }, faults.note ?? ''),
  )
}

function group(title: string, stateText: string, ...content: Child[]): HTMLElement {
  return h('fieldset', {}, h('legend', {}, title, h('small', {}, stateText)), content)
}

function act_(label: string, go: () => Promise<void>, style = ''): HTMLElement {
  return h('button', { class: `key ${style}`, type: 'button', onclick: () => void go() }, label)
}

function depth({ state, act }: PageContext): HTMLElement {
  return h(
    'select',
    {
      onchange: (event: Event) => {
        if (event.target instanceof HTMLSelectElement)
          act.setFaults({ depth: Number(event.target.value) })
      },
    },
    [1, 2, 3].map((each) =>
      h('option', { value: each, selected: each === state.faults.depth }, each),
    ),
  )
}
