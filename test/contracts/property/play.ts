import type { Action } from '../model/actions.ts'
import { Invariants } from '../model/invariants.ts'
import { chooseAction } from './choose-action.ts'
import { Dice } from './dice.ts'
import { endStory } from './end-story.ts'
import { honestCoins } from './people.ts'
import { createStage } from './stage.ts'
import type { Tally } from './tally.ts'
import { beginStory, branch, Difference, type Story, tell, type Watch } from './tell-story.ts'

/** A stage on which stories are told one after the other, each from the same beginning. */
export type Theatre = Awaited<ReturnType<typeof openTheatre>>

/** Sets the stage. */
export async function openTheatre() {
  const stage = await createStage()
  const base = await beginStory(stage)
  let snapshot = await stage.world.ask('evm_snapshot')
  return {
    stage,
    close: () => stage.world.close(),
    /** A new story, on the chain as it was after the opening. */
    begin: async (): Promise<Story> => {
      await stage.world.ask('evm_revert', [snapshot])
      snapshot = await stage.world.ask('evm_snapshot')
      return branch(base)
    },
  }
}

/** Makes up a story: one action for each number, each fit for what happened before. */
export async function improvise(
  theatre: Theatre,
  numbers: readonly number[],
  tally: Tally,
  firstWait: number,
): Promise<void> {
  const story = await theatre.begin()
  const watch = newWatch()
  const memory = { signatures: [], approvals: new Map(), publications: 0 }
  if (firstWait > 0) {
    const wake: Action = { fn: 'force', account: 'rights', amount: 1n, wait: firstWait }
    await tell(theatre.stage, story, wake, watch)
  }
  const count: Watch = (before, action, outcome) => {
    tally.count(action, outcome)
    return watch(before, action, outcome)
  }
  for (const number of numbers) {
    const action = chooseAction(story.state, new Dice(number), memory)
    await tell(theatre.stage, story, action, count)
  }
  await endStory(theatre.stage, story, count)
}

/** Tells a story again; says what differs, or null. */
export async function replay(
  theatre: Theatre,
  actions: readonly Action[],
): Promise<Difference | null> {
  const story = await theatre.begin()
  const watch = newWatch()
  try {
    for (const action of actions) await tell(theatre.stage, story, action, watch)
    await endStory(theatre.stage, story, watch)
    return null
  } catch (thrown) {
    if (thrown instanceof Difference) return thrown
    throw thrown
  }
}

/** Opens a stage for one story only, as a finding keeps it. */
export async function replayText(text: string): Promise<Difference | null> {
  const theatre = await openTheatre()
  try {
    return await replay(theatre, parseActions(text))
  } finally {
    await theatre.close()
  }
}

/** Actions as JSON; whole numbers that are amounts end with an n. */
export function formatActions(actions: readonly Action[]): string {
  return JSON.stringify(actions, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))
}

/** The actions of such a text. */
export function parseActions(text: string): Action[] {
  return JSON.parse(text, (_, value) =>
    typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value,
  ) as Action[]
}

function newWatch(): Watch {
  const invariants = new Invariants(honestCoins)
  return (before, action, outcome) => invariants.check(before, action, outcome)
}
