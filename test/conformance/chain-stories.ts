import fc from 'fast-check'
import type { RightsEvent } from '../../src/domain/rights-event.ts'
import type { ChainBlock } from '../../src/ports/chain-reader.ts'
import {
  account,
  approved,
  block,
  burned,
  limitRaised,
  minted,
  moved,
  published,
  right,
  series,
  transferred,
} from './blocks.ts'

/** One thing that happens to a chain: a block with some deeds, or some blocks taken back. */
export type Act =
  | { type: 'block'; deeds: number[]; branch: string }
  | { type: 'back'; depth: number }
/** What happened to a chain, from its first block. */
export type Story = Act[]

/** Stories of up to twenty acts about three series, whatever order their deeds come in. */
export const stories: fc.Arbitrary<Story> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('block' as const),
        deeds: fc.array(fc.nat(10_000), { maxLength: 4 }),
        branch: fc.uuid(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('back' as const),
        depth: fc.integer({ min: 1, max: 4 }),
      }),
    },
  ),
  { maxLength: 20 },
)

const names = ['tea', 'cup', 'pot']
const people = ['buyer', 'friend', 'seller']

/** The chain that is left when a story has been told. */
export function chainOf(story: Story): ChainBlock[] {
  const chain: ChainBlock[] = []
  for (const act of story) {
    if (act.type === 'back') chain.length = Math.max(0, chain.length - act.depth)
    else chain.push(nextBlock(chain, act))
  }
  return chain
}

function nextBlock(chain: ChainBlock[], act: Extract<Act, { type: 'block' }>): ChainBlock {
  const past = chain.flatMap((each) => each.events)
  const events: RightsEvent[] = []
  for (const deed of act.deeds) {
    const event = eventOf([...past, ...events], deed)
    if (event !== null) events.push(event)
  }
  const next = block(chain.length + 1, events, act.branch)
  return { ...next, parentHash: chain.at(-1)?.hash ?? next.parentHash }
}

/** A deed that is possible after that past; null when there is none. */
function eventOf(past: RightsEvent[], deed: number): RightsEvent | null {
  const id = series(names[deed % names.length] ?? '')
  if (!past.some((each) => each.type === 'published' && each.series === id)) return published(id)
  const sold = past.filter((each) => each.type === 'minted' && each.right.startsWith(id))
  const who = account(people[deed % people.length] ?? '')
  const kind = Math.floor(deed / 3) % 6
  if (kind === 4) return limitRaised(id, 50 + (deed % 50))
  if (kind === 0 || sold.length === 0) return minted(right(id, sold.length + 1), who)
  const chosen = right(id, 1 + (Math.floor(deed / 12) % sold.length))
  const changes = past.filter((each) => 'right' in each && each.right === chosen)
  const last = changes.at(-1)
  if (last?.type === 'burned') return null
  const nonce = changes.length
  if (kind === 1) return moved(chosen, 'requested-pick-up', { holder: who, nonce })
  if (kind === 2) return burned(chosen)
  if (kind === 5) return approved(chosen, deed % 2 === 0)
  return transferred(chosen, account('buyer'), who)
}
