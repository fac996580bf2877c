import type { Actions } from './actions.ts'
import type { PageState } from './state.ts'

/**
 * Lets Escape close what lies over a screen when no phone has the focus: it goes to the page itself when the element that
 * had it is drawn away.
 */
export function closeOnEscape(state: PageState, act: Actions): void {
  document.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Escape' || target !== document.body) return
    for (const { person, sheet } of state.phones) if (sheet !== null) act.closeSheet(person.person)
  })
}
