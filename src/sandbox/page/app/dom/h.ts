/** Anything that can stand inside an element. Null and false stand for nothing. */
export type Child = Node | string | number | null | undefined | false | Child[]

/**
 * What an element is made with: `on…` are handlers, `key` tells siblings apart for {@link morph}, true and false set or
 * leave out an attribute, everything else is an attribute.
 */
export type Props = Record<string, unknown>

/** Makes an element. Texts are always text, never markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) setProp(element, name, value)
  append(element, children)
  return element
}

/** Puts children into an element, nested lists flattened. */
export function append(element: Element, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child)
    else if (child !== null && child !== undefined && child !== false) {
      element.append(typeof child === 'number' ? String(child) : child)
    }
  }
}

function setProp(element: HTMLElement, name: string, value: unknown): void {
  if (value === null || value === undefined || value === false) return
  if (name.startsWith('on')) Reflect.set(element, name, value)
  else if (name === 'key') element.dataset['key'] = String(value)
  else if (name === 'checked') Reflect.set(element, 'checked', true)
  else element.setAttribute(name, value === true ? '' : String(value))
}
