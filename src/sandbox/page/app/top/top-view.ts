import type { PageContext } from '../core/page-context.ts'
import { h } from '../dom/h.ts'
import { type IconName, icon } from '../dom/icon.ts'
import { openDrawer } from '../drawer/open-drawer.ts'
import { ledgerView } from './ledger-view.ts'
import { lifeView } from './life-view.ts'
import { stepsView } from './steps-view.ts'

/** Everything above the phones: name, ledger, switches, steps and one right's life. */
export function topView(page: PageContext): HTMLElement {
  const { state, act, t } = page
  const toggle = (which: 'faults' | 'wire', sign: IconName) =>
    h(
      'button',
      {
        class: 'tool',
        type: 'button',
        'aria-label': t(which),
        'aria-expanded': String(state.drawer === which),
        'aria-controls': 'drawer',
        onclick: () => openDrawer(page, state.drawer === which ? null : which),
      },
      icon(sign),
      h('span', {}, t(which)),
    )
  return h(
    'header',
    { class: 'top', key: 'top' },
    h(
      'div',
      { class: 'bar' },
      h(
        'h1',
        { class: 'brand' },
        h('img', { src: '/icon.svg', alt: '', width: 30, height: 30 }),
        h('span', {}, 'Scrip'),
        h('small', {}, t('title')),
      ),
      ledgerView(page),
      h(
        'div',
        { class: 'tools' },
        toggle('faults', 'bolt'),
        toggle('wire', 'wire'),
        h(
          'button',
          {
            class: 'tool',
            type: 'button',
            lang: state.language === 'zh' ? 'en' : 'zh-CN',
            'aria-label': t('languageLabel'),
            onclick: () => act.setLanguage(state.language === 'zh' ? 'en' : 'zh'),
          },
          t('language'),
        ),
      ),
    ),
    h('div', { class: 'story' }, stepsView(page), lifeView(page)),
  )
}
