import type { PageContext } from '../core/page-context.ts'
import { type Child, h } from '../dom/h.ts'
import { policyView } from './policy-view.ts'
import { telegramFaults } from './telegram-faults.ts'

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
      expect(t('expectKill')),
      state.botRunning
        ? act_(t('killBot'), act.killBot, 'danger')
        : act_(t('startBot'), act.startBot, 'success'),
    ),
    group(
      t('faultChain'),
      t('block', { block: state.ledger.block }),
      expect(t('expectReorganise')),
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
      expect(t('expectWeek')),
      act_(t('aWeekLater'), act.aWeekLater),
    ),
    group(
      t('faultRelay'),
      state.relayOn ? t('relayIsOn') : t('relayIsOff'),
      expect(t('expectRelay')),
      state.relayOn
        ? act_(t('relayOff'), () => act.setRelay(false), 'danger')
        : act_(t('relayOn'), () => act.setRelay(true), 'success'),
    ),
    group('Telegram', '', expect(t('expectTelegram')), telegramFaults(page)),
    state.phones.map((phone) => policyView(page, phone)),
    h('p', { class: 'note', role: 'status' }, faults.note ?? ''),
  )
}

function group(title: string, stateText: string, ...content: Child[]): HTMLElement {
  return h('fieldset', {}, h('legend', {}, title, h('small', {}, stateText)), content)
}

/** What to expect of a fault, in a line. */
function expect(text: string): HTMLElement {
  return h('p', { class: 'lead' }, text)
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
