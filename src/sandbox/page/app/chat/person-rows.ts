import { h } from '../dom/h.ts'
import { avatar } from './avatar.ts'
import type { Candidate } from './people-choice.ts'

/** A list of people, with a word beside each; those that `choose` gives something for can be pressed. */
export function personRows(
  people: readonly (Candidate & { rank?: string })[],
  choose: (person: Candidate) => (() => void) | null,
): HTMLElement[] {
  return people.map((each) => {
    const { id, name, isBot, rank = '' } = each
    const go = choose(each)
    const content = [
      avatar(id, name, isBot),
      h('span', { class: 'title' }, name),
      h('small', {}, rank),
    ]
    return h(
      'li',
      { key: `person-${id}` },
      go === null
        ? h('div', { class: 'row' }, content)
        : h('button', { class: 'row', type: 'button', onclick: go }, content),
    )
  })
}
