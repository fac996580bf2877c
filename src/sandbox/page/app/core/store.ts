import type { PageState, PhoneState } from './state.ts'

/** The one place where the page's state changes. */
export type Store = {
  readonly state: PageState
  /** Changes the state; the page is drawn anew before the next frame, once for all changes until then. */
  change(how: (state: PageState) => void): void
  phone(person: string): PhoneState | undefined
}

/** Holds the state and calls `draw` after changes. */
export function createStore(state: PageState, draw: () => void): Store {
  let isPlanned = false
  return {
    state,
    change(how) {
      how(state)
      if (isPlanned) return
      isPlanned = true
      setTimeout(() => {
        isPlanned = false
        draw()
      }, 0)
    },
    phone: (person) => state.phones.find((each) => each.person.person === person),
  }
}
