const KEPT = 12

/** Says something to screen readers without moving the focus. */
export function announce(text: string): void {
  const log = document.getElementById('announcer')
  if (log === null) return
  const line = document.createElement('p')
  line.textContent = text
  log.append(line)
  while (log.childElementCount > KEPT) log.firstElementChild?.remove()
}
