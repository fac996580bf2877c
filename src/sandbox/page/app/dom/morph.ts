const HANDLERS = [
  'onclick',
  'oninput',
  'onchange',
  'onsubmit',
  'onkeydown',
  'onfocus',
  'oncontextmenu',
] as const

/**
 * Makes a live element look like a freshly drawn one, changing only what differs, so that focus, scroll positions, typed
 * text and running transitions stay. Siblings are matched by `data-key`, others by place and tag. Text inside an element
 * with `data-flash` lights up when it changes.
 */
export function morph(live: HTMLElement, next: HTMLElement): void {
  syncAttributes(live, next)
  for (const name of HANDLERS) if (live[name] !== next[name]) Reflect.set(live, name, next[name])
  if (live instanceof HTMLInputElement && next instanceof HTMLInputElement) {
    if (live.checked !== next.checked) live.checked = next.checked
    return
  }
  if (live instanceof HTMLTextAreaElement) return
  if (live.dataset['flash'] !== undefined && live.textContent !== next.textContent) flash(live)
  syncChildren(live, next)
}

function syncAttributes(live: Element, next: Element): void {
  for (const { name, value } of Array.from(next.attributes)) {
    if (live.getAttribute(name) !== value) live.setAttribute(name, value)
  }
  for (const { name } of Array.from(live.attributes)) {
    if (!next.hasAttribute(name)) live.removeAttribute(name)
  }
}

function syncChildren(live: HTMLElement, next: HTMLElement): void {
  const keyed = new Map<string, ChildNode>()
  const others: ChildNode[] = []
  for (const child of Array.from(live.childNodes)) {
    const key = keyOf(child)
    if (key === null) others.push(child)
    else keyed.set(key, child)
  }
  const wanted = Array.from(next.childNodes)
  const pairs = wanted.map((node) => {
    const key = keyOf(node)
    const found = key === null ? others.shift() : keyed.get(key)
    return found?.nodeName === node.nodeName ? { node: found, next: node } : { node, next: null }
  })
  const kept = new Set<ChildNode>(pairs.map(({ node }) => node))
  for (const child of Array.from(live.childNodes)) if (!kept.has(child)) child.remove()
  let place: ChildNode | null = live.firstChild
  for (const pair of pairs) {
    if (pair.node === place) place = place.nextSibling
    else live.insertBefore(pair.node, place)
    if (pair.next !== null) patch(pair.node, pair.next)
  }
}

function patch(live: ChildNode, next: ChildNode): void {
  if (live instanceof HTMLElement && next instanceof HTMLElement) morph(live, next)
  else if (live instanceof Element && next instanceof Element) {
    if (!live.isEqualNode(next)) live.replaceWith(next)
  } else if (live.nodeValue !== next.nodeValue) live.nodeValue = next.nodeValue
}

function keyOf(node: Node): string | null {
  return node instanceof HTMLElement ? (node.dataset['key'] ?? null) : null
}

function flash(element: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  element.animate(
    [
      { backgroundColor: 'var(--flash)', transform: 'scale(1.08)' },
      { backgroundColor: 'transparent', transform: 'none' },
    ],
    { duration: 1600, easing: 'ease-out' },
  )
}
