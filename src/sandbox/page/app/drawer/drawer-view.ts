import type { PageContext } from '../core/page-context.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'
import { faultsView } from './faults-view.ts'
import { openDrawer } from './open-drawer.ts'
import { wireView } from './wire-view.ts'

/** The drawer at the side: what can be broken, or what crosses the wire. */
export function drawerView(page: PageContext): HTMLElement | null {
  const { state, act, t } = page
  const { drawer } = state
  if (drawer === null) return null
  const close = () => {
    act.openDrawer(null)
    document.querySelector<HTMLElement>('.tools .tool')?.focus()
  }
  return h(
    'aside',
    {
      class: 'drawer',
      id: 'drawer',
      key: 'drawer',
      'aria-label': t(drawer),
      onkeydown: (event: KeyboardEvent) => {
        if (event.key === 'Escape') close()
      },
    },
    h(
      'header',
      {},
      h('div', { class: 'switch', role: 'tablist' }, tab(page, 'faults'), tab(page, 'wire')),
      h(
        'button',
        { class: 'plain', type: 'button', 'aria-label': t('close'), onclick: close },
        icon('close'),
      ),
    ),
    h(
      'div',
      { class: 'drawer-body', key: `drawer-${drawer}`, role: 'tabpanel', 'aria-label': t(drawer) },
      drawer === 'faults' ? faultsView(page) : wireView(page),
    ),
  )
}

function tab(page: PageContext, which: 'faults' | 'wire'): HTMLElement {
  const { state, t } = page
  return h(
    'button',
    {
      type: 'button',
      role: 'tab',
      'aria-selected': String(state.drawer === which),
      onclick: () => openDrawer(page, which),
    },
    t(which),
  )
}
