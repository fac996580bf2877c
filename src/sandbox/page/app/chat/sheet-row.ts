import { h } from '../dom/h.ts'
import { type IconName, icon } from '../dom/icon.ts'

/** One thing that can be done, in a list on a sheet. */
export function sheetRow(sign: IconName, label: string, go: () => void): HTMLElement {
  return h(
    'li',
    { key: `row-${label}` },
    h(
      'button',
      { class: 'row', type: 'button', onclick: go },
      icon(sign),
      h('span', { class: 'title' }, label),
    ),
  )
}
