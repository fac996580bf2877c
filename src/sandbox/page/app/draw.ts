import type { Actions } from './core/actions.ts'
import type { PageContext } from './core/page-context.ts'
import type { PageState } from './core/state.ts'
import { createTranslate } from './core/translate.ts'
import { h } from './dom/h.ts'
import { keepFocus } from './dom/keep-focus.ts'
import { keepEndsOnResize, keepScroll } from './dom/keep-scroll.ts'
import { morph } from './dom/morph.ts'
import { drawerView } from './drawer/drawer-view.ts'
import { phoneView } from './phone-view.ts'
import { personTabs } from './top/person-tabs.ts'
import { topView } from './top/top-view.ts'

/** Makes the function that brings the page up to its state. */
export function createDraw(state: PageState, act: Actions): () => void {
  const root = document.getElementById('page')
  if (root === null) throw new Error('the page has no place to draw')
  keepEndsOnResize(root)
  return () => {
    const page: PageContext = { state, act, t: createTranslate(state.language) }
    const focus = keepFocus(root)
    const scroll = keepScroll(root)
    morph(root, pageView(page))
    scroll()
    focus()
  }
}

function pageView(page: PageContext): HTMLElement {
  const { state, t } = page
  return h(
    'div',
    { id: 'page', 'data-drawer': state.drawer !== null },
    topView(page),
    state.isConnected ? null : h('p', { class: 'lost', role: 'alert', key: 'lost' }, t('lost')),
    personTabs(page),
    h(
      'main',
      { class: 'phones', key: 'phones' },
      state.phones.map((phone) => phoneView(page, phone)),
    ),
    drawerView(page),
  )
}
