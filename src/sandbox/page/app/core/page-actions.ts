import type { PageState, Sheet } from './state.ts'
import type { Store } from './store.ts'

/** Acts that change only what the page shows. */
export type PageActions = {
  toast(person: string, text: string): void
  openSheet(person: string, sheet: Sheet): void
  closeSheet(person: string): void
  openDrawer(which: PageState['drawer']): void
  show(person: string): void
  setLanguage(language: PageState['language']): void
  dismissSteps(): void
  pickRight(id: string | null): void
}

const TOAST_MS = 3500

/** Binds them to a store. */
export function createPageActions(store: Store): PageActions {
  const { state, change } = store
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const setSheet = (person: string, sheet: Sheet | null) =>
    change(() => {
      const phone = store.phone(person)
      if (phone !== undefined) phone.sheet = sheet
    })
  return {
    toast(person, text) {
      clearTimeout(timers.get(person))
      const set = (value: string | null) =>
        change(() => {
          const phone = store.phone(person)
          if (phone !== undefined) phone.toast = value
        })
      set(text)
      timers.set(
        person,
        setTimeout(() => set(null), TOAST_MS),
      )
    },
    openSheet: setSheet,
    closeSheet: (person) => setSheet(person, null),
    openDrawer: (which) =>
      change(() => {
        state.drawer = which
      }),
    show: (person) =>
      change(() => {
        state.shown = person
      }),
    setLanguage: (language) =>
      change(() => {
        state.language = language
        document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
      }),
    dismissSteps: () =>
      change(() => {
        state.stepsDismissed = true
      }),
    pickRight: (id) =>
      change(() => {
        state.right = id
      }),
  }
}
