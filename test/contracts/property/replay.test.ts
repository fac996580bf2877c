import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  formatActions,
  improvise,
  openTheatre,
  parseActions,
  replay,
  type Theatre,
} from './play.ts'
import { shrink } from './shrink.ts'
import { Tally } from './tally.ts'
import { Difference } from './tell-story.ts'

const numbers = Array.from({ length: 120 }, (_, at) => at * 7_919)

let theatre: Theatre

before(async () => {
  theatre = await openTheatre()
})
after(() => theatre.close())

test('a contract that refuses what it should do is found out, and the story gets short', async () => {
  const found = await improviseWith(withLiar(theatre))
  assert.ok(found instanceof Difference)
  assert.match(found.message, /expected success, saw Liar/)
  const shortest = await shrink(withLiar(theatre), found, 20_000)
  assert.equal(shortest.actions.at(-1)?.fn, 'send')
  assert.ok(shortest.actions.length <= 12, formatActions(shortest.actions))
  const text = formatActions(shortest.actions)
  assert.equal(await replay(theatre, parseActions(text)), null, 'the true contract is not to blame')
  assert.ok((await replay(withLiar(theatre), parseActions(text))) instanceof Difference)
})

test('a change that no log tells of is found out', async () => {
  const { stage } = theatre
  const perform: typeof stage.perform = async (action, state) => {
    const seen = await stage.perform(action, state)
    return action.fn === 'approve' ? { ...seen, logs: [] } : seen
  }
  const found = await improviseWith({ ...theatre, stage: { ...stage, perform } })
  assert.match(String(found), /from logs/)
})

/** The same contract, but each send that works is said to have failed. */
function withLiar(honest: Theatre): Theatre {
  const { stage } = honest
  const perform: typeof stage.perform = async (action, state) => {
    const seen = await stage.perform(action, state)
    return action.fn === 'send' && seen.error === null ? { ...seen, error: 'Liar' } : seen
  }
  return { ...honest, stage: { ...stage, perform } }
}

async function improviseWith(on: Theatre): Promise<unknown> {
  try {
    await improvise(on, numbers, new Tally(), 0)
    return null
  } catch (thrown) {
    return thrown
  }
}
