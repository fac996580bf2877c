import { h } from '../dom/h.ts'
import { type IconName, icon } from '../dom/icon.ts'

/** A row on a sheet that asks for files of the machine that the page is open on. */
export function fileRow(input: {
  sign: IconName
  label: string
  /** What kinds are offered; any when left out. */
  accept?: string
  isMultiple: boolean
  choose(files: File[]): void
}): HTMLElement {
  const { sign, label, accept, isMultiple, choose } = input
  return h(
    'li',
    { key: `row-${label}` },
    h(
      'label',
      { class: 'row' },
      icon(sign),
      h('span', { class: 'title', 'aria-hidden': 'true' }, label),
      h('input', {
        class: 'unseen',
        type: 'file',
        accept,
        multiple: isMultiple,
        'aria-label': label,
        onchange: ({ target }: Event) => {
          if (!(target instanceof HTMLInputElement)) return
          const files = Array.from(target.files ?? [])
          // The same file may be chosen again.
          target.value = ''
          if (files.length > 0) choose(files)
        },
      }),
    ),
  )
}
