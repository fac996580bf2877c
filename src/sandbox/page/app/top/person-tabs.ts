import type { PageContext } from '../core/page-context.ts'
import { h } from '../dom/h.ts'

/** One tab a person, for windows that have room for one phone. */
export function personTabs({ state, act, t }: PageContext): HTMLElement {
  return h(
    'nav',
    { class: 'tabs', key: 'tabs', role: 'tablist', 'aria-label': t('chats') },
    state.phones.map(({ person, unread, wallet }) => {
      const waiting =
        (wallet?.prompts.length ?? 0) + [...unread.values()].reduce((a, b) => a + b, 0)
      return h(
        'button',
        {
          type: 'button',
          role: 'tab',
          key: `tab-${person.person}`,
          'aria-selected': String(state.shown === person.person),
          'aria-controls': `phone-${person.person}`,
          onclick: () => act.show(person.person),
        },
        person.name,
        waiting > 0 && state.shown !== person.person
          ? h('span', { class: 'badge' }, waiting)
          : null,
      )
    }),
  )
}
