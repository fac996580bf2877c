import { h } from '../dom/h.ts'
import { avatar } from './avatar.ts'

/** Somebody who can be chosen. */
export type Candidate = { id: number; name: string; isBot: boolean }

/** A choice of several people, with a box for each. */
export function peopleChoice(input: {
  label: string
  candidates: readonly Candidate[]
  chosen: readonly number[]
  choose(chosen: number[]): void
}): HTMLElement {
  const { label, candidates, chosen, choose } = input
  const toggled = (id: number) =>
    chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]
  return h(
    'ul',
    { class: 'chooser', 'aria-label': label },
    candidates.map(({ id, name, isBot }) =>
      h(
        'li',
        { key: `choice-${id}` },
        h(
          'label',
          { class: 'row' },
          avatar(id, name, isBot),
          h('span', { class: 'title' }, name),
          h('input', {
            type: 'checkbox',
            checked: chosen.includes(id),
            onchange: () => choose(toggled(id)),
          }),
        ),
      ),
    ),
  )
}
