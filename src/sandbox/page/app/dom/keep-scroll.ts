const LOGS = '[data-to-end]'
const NEAR_END = 60

/**
 * Remembers which scrolling logs stand at their end; the function it gives puts those there again, and logs that show
 * something else than before.
 */
export function keepScroll(root: HTMLElement): () => void {
  const away = new Map<Element, string | undefined>()
  for (const log of logsOf(root)) if (!isAtEnd(log)) away.set(log, log.dataset['toEnd'])
  return () => {
    for (const log of logsOf(root)) {
      if (!away.has(log) || away.get(log) !== log.dataset['toEnd']) goToEnd(log)
    }
  }
}

/** Keeps logs that stand at their end there when the window changes its size. */
export function keepEndsOnResize(root: HTMLElement): void {
  const away = new WeakSet<Element>()
  const onScroll = ({ target }: Event) => {
    if (!(target instanceof HTMLElement) || !target.matches(LOGS)) return
    if (isAtEnd(target)) away.delete(target)
    else away.add(target)
  }
  root.addEventListener('scroll', onScroll, true)
  addEventListener('resize', () => {
    for (const log of logsOf(root)) if (!away.has(log)) goToEnd(log)
  })
}

function logsOf(root: HTMLElement): HTMLElement[] {
  return Array.from(root.querySelectorAll<HTMLElement>(LOGS))
}

function isAtEnd(log: HTMLElement): boolean {
  return log.scrollHeight - log.clientHeight - log.scrollTop <= NEAR_END
}

function goToEnd(log: HTMLElement): void {
  log.scrollTop = log.scrollHeight
  log.scrollLeft = log.scrollWidth
}
