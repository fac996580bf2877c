const NEAR_END = 60

/** Remembers which scrolling logs stand at their end; the function it gives puts those, and new ones, there again. */
export function keepScroll(root: HTMLElement): () => void {
  const away = new Set<Element>()
  const known = new Map<Element, string | undefined>()
  for (const log of Array.from(root.querySelectorAll<HTMLElement>('[data-to-end]'))) {
    known.set(log, log.dataset['toEnd'])
    const left = log.scrollHeight - log.clientHeight - log.scrollTop
    if (left > NEAR_END) away.add(log)
  }
  return () => {
    for (const log of Array.from(root.querySelectorAll<HTMLElement>('[data-to-end]'))) {
      const isSame = known.get(log) === log.dataset['toEnd']
      if (!isSame || !away.has(log)) log.scrollTop = log.scrollHeight
    }
  }
}
