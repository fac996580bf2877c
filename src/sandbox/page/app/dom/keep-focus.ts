const SCREEN = '[data-pane]'
const FOCUSABLE = 'button, a, input, textarea, [tabindex]'

/**
 * Remembers where the focus is; the function it gives brings it back when drawing took its element away or slid it off
 * the screen: to the same button if it came again, else to the first thing marked `data-home` on the screen shown now.
 */
export function keepFocus(root: HTMLElement): () => void {
  const active = document.activeElement
  if (!(active instanceof HTMLElement) || !root.contains(active)) return () => undefined
  const phone = active.closest<HTMLElement>('[data-phone]')
  const row = active.closest<HTMLElement>('[data-key]')?.dataset['key']
  return () => {
    const isThere = active.isConnected && active.closest('[inert]') === null
    if (isThere && document.activeElement === active) return
    if (isThere && document.activeElement === document.body) return active.focus()
    if (phone === null || !phone.isConnected) return
    const same = row === undefined ? null : findKey(phone, row)
    const screen = phone.querySelector<HTMLElement>(`.sheet, ${SCREEN}:not([inert])`)
    const homes = Array.from(screen?.querySelectorAll<HTMLElement>('[data-home]') ?? [])
    const home = isShown(same) ? same : (homes.at(-1) ?? screen)
    home?.focus({ preventScroll: true })
  }
}

function isShown(element: HTMLElement | null): element is HTMLElement {
  return element !== null && element.closest('[inert]') === null
}

function findKey(phone: HTMLElement, key: string): HTMLElement | null {
  const rows = Array.from(phone.querySelectorAll<HTMLElement>('[data-key]'))
  const row = rows.find((each) => each.dataset['key'] === key)
  if (row === undefined || row.matches(FOCUSABLE)) return row ?? null
  // A row of a list takes no focus, what can be pressed in it does.
  return row.querySelector<HTMLElement>(FOCUSABLE)
}
