import type { PageContext } from '../core/page-context.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'
import { faultsView } from './faults-view.ts'
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
      key: `drawer-${drawer}`,
      'aria-label': t(drawer),
      onkeydown: (event: KeyboardEvent) => {
        if (event.key === 'Escape') close()
      },
    },
    h(
      'header',
      {},
      h('h2', {}, t(drawer)),
      h(
        'button',
        { class: 'plain', type: 'button', 'aria-label': t('close'), onclick: close },
        icon('close'),
      ),
    ),
    drawer === 'faults' ? faultsView(page) : wireView(page),
  )
}
