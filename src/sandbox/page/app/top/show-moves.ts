import { announce } from '../core/announce.ts'
import type { PageState } from '../core/state.ts'
import { createTranslate } from '../core/translate.ts'
import { h } from '../dom/h.ts'
import type { Move } from './moves.ts'

const FLIGHT_MS = 1500

/** Lets money and rights fly from one to the other, and says it. Where motion is unwanted it is only said. */
export function showMoves(state: PageState, moves: readonly Move[]): void {
  const t = createTranslate(state.language)
  const nameOf = (person: string | null) =>
    state.phones.find((each) => each.person.person === person)?.person.name ?? t('theContract')
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  for (const move of moves) {
    const what = move.what === 'money' ? move.amount : move.name
    announce(t('moved', { what, from: nameOf(move.from), to: nameOf(move.to) }))
    if (!isStill) fly(move, what)
  }
}

function fly(move: Move, text: string): void {
  const place = (person: string | null) =>
    person === null
      ? '.life'
      : move.what === 'money'
        ? `[data-account="${person}"]`
        : `#phone-${person} .owner`
  const from = centre(place(move.from))
  const to = centre(place(move.to))
  if (from === null || to === null) return
  const chip = h('span', { class: `flying ${move.what}`, 'aria-hidden': 'true' }, text)
  document.body.append(chip)
  const at = ({ x, y }: Point, scale: number) =>
    `translate(${x}px, ${y}px) translate(-50%, -50%) scale(${scale})`
  // A small arc, so that what moves between neighbours is seen to move.
  const middle = { x: (from.x + to.x) / 2, y: Math.min(from.y, to.y) + 46 }
  const flight = chip.animate(
    [
      { transform: at(from, 0.6), opacity: 0 },
      { transform: at(from, 1.1), opacity: 1, offset: 0.15 },
      { transform: at(middle, 1.2), opacity: 1, offset: 0.5 },
      { transform: at(to, 1.1), opacity: 1, offset: 0.85 },
      { transform: at(to, 0.6), opacity: 0 },
    ],
    { duration: FLIGHT_MS, easing: 'ease-in-out', fill: 'both' },
  )
  flight.onfinish = () => chip.remove()
  flight.oncancel = () => chip.remove()
}

type Point = { x: number; y: number }

/** The middle of something that can be seen, or null. */
function centre(selector: string): Point | null {
  const box = document.querySelector(selector)?.getBoundingClientRect()
  if (box === undefined || box.width === 0) return null
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}
