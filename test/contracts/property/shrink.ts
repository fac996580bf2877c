import type { Action } from '../model/actions.ts'
import { replay, type Theatre } from './play.ts'
import type { Difference } from './tell-story.ts'

/**
 * A shorter story that still ends in a difference: leaves out parts, large ones first, as long as there is time. The time
 * that passes with what is left out still passes.
 */
export async function shrink(
  theatre: Theatre,
  found: Difference,
  milliseconds: number,
): Promise<Difference> {
  const end = performance.now() + milliseconds
  let best = found
  for (let size = Math.ceil(best.actions.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = best.actions.length - size; from >= 0; from -= size) {
      if (performance.now() > end) return best
      const shorter = await tryReplay(theatre, without(best.actions, from, size))
      if (shorter !== null && shorter.actions.length < best.actions.length) best = shorter
      from = Math.min(from, best.actions.length)
    }
  }
  return best
}

function without(actions: readonly Action[], from: number, size: number): Action[] {
  const left = actions.slice(from, from + size)
  const wait = left.reduce((sum, action) => sum + action.wait, 0)
  const [next, ...rest] = actions.slice(from + size)
  const before = actions.slice(0, from)
  return next === undefined ? before : [...before, { ...next, wait: next.wait + wait }, ...rest]
}

/** A story with a hole may make no sense at all; then it is no shorter story. */
async function tryReplay(theatre: Theatre, actions: readonly Action[]): Promise<Difference | null> {
  try {
    return await replay(theatre, actions)
  } catch {
    return null
  }
}
