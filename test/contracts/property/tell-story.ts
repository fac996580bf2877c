import type { Action } from '../model/actions.ts'
import { foldLog, type LogBook, logBook } from '../model/fold-logs.ts'
import type { State } from '../model/state.ts'
import { type Outcome, step } from '../model/step.ts'
import { compareAll, compareOutcomes, compareRights } from './compare.ts'
import { emptyState, opening } from './opening.ts'
import type { Stage } from './stage.ts'

/** A story that goes on: what the model says, what logs tell, and all actions so far. */
export type Story = { state: State; readonly book: LogBook; readonly actions: Action[] }

/** Model and contract have come apart. */
export class Difference extends Error {
  readonly actions: readonly Action[]
  constructor(what: string, actions: readonly Action[]) {
    super(what)
    this.actions = actions
  }
}

const CHECK_EVERY = 50
/** Always the same, so that a story told again is the same. */
const START = 2_000_000_000

/** Looks at what an action has changed, beyond comparing; throws where something must not be. */
export type Watch = (before: State, action: Action, outcome: Outcome) => string | null

/** The story that every other begins with, compared as it goes. */
export async function beginStory(stage: Stage): Promise<Story> {
  const time = START
  await stage.world.goTo(time)
  const story: Story = {
    state: emptyState(time),
    book: logBook(),
    actions: [],
  }
  for (const action of opening(time)) {
    const { error } = await tell(stage, story, action, () => null)
    if (error !== null) throw new Difference(`the opening is refused: ${error}`, [action])
  }
  story.actions.length = 0
  await checkAll(stage, story)
  return story
}

/** A copy of a story, to go on from the same chain. */
export function branch({ state, book }: Story): Story {
  return { state, book: logBook(book), actions: [] }
}

/** One more action, by the model and on chain. */
export async function tell(
  stage: Stage,
  story: Story,
  action: Action,
  watch: Watch,
): Promise<Outcome> {
  const before = story.state
  const outcome = step(before, action)
  story.actions.push(action)
  story.state = outcome.state
  const seen = await stage.perform(action, outcome.state)
  const fail = (what: string | null) => {
    if (what !== null) throw new Difference(what, [...story.actions])
  }
  fail(compareOutcomes(stage, outcome, seen))
  for (const log of seen.logs) foldLog(story.book, log, outcome.state.time)
  if (action.fn === 'age') ageBook(stage, story, action.right)
  const touched = touchedBy(before, outcome.state, action)
  if (touched.length > 0) {
    fail(await compareRights(stage, outcome.state, story.book, touched))
  }
  fail(watch(before, action, outcome))
  if (story.actions.length % CHECK_EVERY === 0) await checkAll(stage, story)
  return outcome
}

/** Compares everything there is. */
export async function checkAll(stage: Stage, story: Story): Promise<void> {
  const what = await compareAll(stage, story.state, story.book)
  if (what !== null) throw new Difference(what, [...story.actions])
}

/** The rights that an action names or changes. */
export function touchedBy(before: State, after: State, action: Action): string[] {
  const names = new Set<string>()
  if ('right' in action) names.add(action.right)
  if ('rights' in action) for (const name of action.rights) names.add(name)
  if (before.rights === after.rights) return [...names]
  for (const [name, right] of Object.entries(after.rights)) {
    if (before.rights[name] !== right) names.add(name)
  }
  return [...names]
}

/** No log tells of a nonce that a test has set. */
function ageBook(stage: Stage, { book, state }: Story, name: string): void {
  const right = state.rights[name]
  if (right === undefined) return
  const id = stage.cast.rightId(name)
  const word = book.words.get(id) ?? 0n
  const rest = word & ~(((1n << 23n) - 1n) << 169n)
  book.words.set(id, rest | (BigInt(right.nonce) << 169n))
}
