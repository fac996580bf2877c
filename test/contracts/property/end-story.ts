import type { Action } from '../model/actions.ts'
import { owedBy } from '../model/owed.ts'
import { effective, seriesOf } from '../model/rights.ts'
import { NATIVE, type Right, type State } from '../model/state.ts'
import { isAlive } from '../model/token.ts'
import { callers, honestCoins } from './people.ts'
import type { Stage } from './stage.ts'
import { checkAll, Difference, type Story, tell, type Watch } from './tell-story.ts'

const DAY = 86_400
const LAST_SECOND = 2 ** 32 - 1

/**
 * Every state has an exit after its deadline that needs neither issuer nor bot: long after everything is over, all rights
 * in escrow are ended by anyone, or by their holder where they were left unserved. Nothing stays behind.
 */
export async function endStory(stage: Stage, story: Story, watch: Watch): Promise<void> {
  const end = endOf(story.state)
  if (end > LAST_SECOND) return checkAll(stage, story)
  let wait = Math.max(end - story.state.time, 1)
  for (const id of Object.keys(story.state.rights)) {
    const right = effective(story.state.rights[id]!, story.state.time + wait)
    if (!right.escrowed || !isAlive(right)) continue
    const exit: Action = { ...exitOf(story.state, id, right), wait }
    const { error } = await tell(stage, story, exit, watch)
    if (error !== null) throw new Difference(`no exit for ${id}: ${error}`, [...story.actions])
    wait = 1
  }
  await checkAll(stage, story)
  for (const currency of [NATIVE, ...honestCoins]) {
    const waiting = Object.entries(story.state.credits)
      .filter(([key]) => key.startsWith(`${currency}>`))
      .reduce((sum, [, amount]) => sum + amount, 0n)
    if (owedBy(story.state, currency) !== waiting) {
      throw new Difference(`${currency} is left in escrow`, [...story.actions])
    }
  }
}

function exitOf(state: State, right: string, { state: at, unserved, holder }: Right) {
  const by = 'bob'
  if (at === 'disputed') return { fn: 'refund', by, right } as const
  if (at === 'shipped') return { fn: 'complete', by, right } as const
  if (!unserved) return { fn: 'lapse', by, right } as const
  // Who cannot act cannot ask for a refund; the issuer may give it.
  const asker = callers.includes(holder) ? holder : seriesOf(state, right).issuer
  return { fn: 'refund', by: asker, right } as const
}

/** When every deadline and every redeem-by day is past. */
function endOf({ time, rights, series }: State): number {
  const days = Object.values(series).map(({ terms }) => terms.redeemByDay * DAY)
  const deadlines = Object.values(rights).map(({ until }) => until)
  return Math.max(time, ...days, ...deadlines) + 1
}
