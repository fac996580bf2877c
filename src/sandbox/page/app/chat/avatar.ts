import { hueOf, initials } from '../core/format.ts'
import { h } from '../dom/h.ts'

/** A round picture with initials. The bot has the sign of the house. */
export function avatar(id: number, name: string, isBot = false): HTMLElement {
  return isBot
    ? h(
        'span',
        { class: 'avatar house', 'aria-hidden': 'true' },
        h('img', { src: '/icon.svg', alt: '', width: 40, height: 40 }),
      )
    : h('span', { class: `avatar hue-${hueOf(id)}`, 'aria-hidden': 'true' }, initials(name))
}
