import { createChain } from '../../chain/create-chain.ts'
import { createChainReader } from '../../chain/create-chain-reader.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import { foldRight, foldSeries, type HeldRight, type Series } from '../../domain/facts.ts'
import type { Account } from '../../domain/ids.ts'
import { formatMoney } from '../../domain/money.ts'
import { unpackRightId } from '../../domain/right-id.ts'
import { isRightEvent, isSeriesEvent, type RightsEvent } from '../../domain/rights-event.ts'
import type { ChainBlock } from '../../ports/chain-reader.ts'
import { CHAIN_NAME } from '../world/world.ts'

/** What the chain says, in plain words, read from the node and from nobody else. */
export type Ledger = {
  chain: string
  block: number
  people: { person: string; account: string; coins: string; native: string }[]
  series: { id: string; name: string; price: string; sold: number; limit: number; issuer: string }[]
  rights: {
    id: string
    series: string
    name: string
    serial: number
    holder: string
    state: string
    history: string[]
  }[]
}

/** Reads the {@link Ledger} for these people. Blocks are read once; a reorganisation makes it read again. */
export function createLedger(input: {
  rpcUrl: string
  chainId: number
  rights: Account
  coin: Account
  firstBlock: number
}): (people: { person: string; account: string }[]) => Promise<Ledger> {
  const { rpcUrl, chainId, rights, coin, firstBlock } = input
  const chain = createChain({ rpcUrl, chainId, rights })
  const reader = createChainReader({ rpcUrl, chainId, rights })
  let blocks: ChainBlock[] = []
  /** What the blocks say together. Each is added once, as it is read. */
  let folded = emptyFold()

  const readOn = async () => {
    const head = await reader.head()
    let top = blocks.at(-1)
    if (top?.hash === head.hash) return
    const before = top
    while (top !== undefined && (await reader.block(top.number))?.hash !== top.hash) {
      blocks = blocks.slice(0, -1)
      top = blocks.at(-1)
    }
    // What was taken back cannot be subtracted.
    if (top !== before) {
      folded = emptyFold()
      for (const block of blocks) fold(folded, block)
    }
    for (let number = (top?.number ?? firstBlock - 1) + 1; number <= head.number; number++) {
      const block = await reader.block(number)
      if (block === null) return
      blocks.push(block)
      fold(folded, block)
    }
  }

  // One reader at a time: two who read on from the same block would count what follows twice.
  let last: Promise<void> = Promise.resolve()
  const catchUp = () => {
    last = last.then(readOn, readOn)
    return last
  }

  // Whoever waits asks again and again; nothing changes without a block.
  let known: { key: string; ledger: Ledger } | null = null
  return async function readLedger(people) {
    await catchUp()
    const key = `${blocks.at(-1)?.hash} ${people.map(({ account }) => account).join()}`
    if (known?.key !== key) known = { key, ledger: await readNow(people) }
    return known.ledger
  }

  async function readNow(people: { person: string; account: string }[]): Promise<Ledger> {
    // Before anything is waited for: the next block may come meanwhile.
    const { series, held, history } = folded
    const [block, now] = [blocks.at(-1)?.number ?? 0, blocks.at(-1)?.time ?? 0]
    const goods = [...series.values()]
    const rights = [...held.values()].map((each) => {
      const state = effectiveState(each.word, now)
      return {
        id: each.id,
        series: each.series,
        name: series.get(each.series)?.goods.name ?? '',
        serial: each.serial,
        holder: state?.holder ?? '',
        state: state?.state ?? '',
        history: history.get(each.id) ?? [],
      }
    })
    const currency = await chain.currency(coin)
    const native = await chain.currency(null)
    const coinOf = (address: Account | null) => (address === null ? native : currency)
    return {
      chain: CHAIN_NAME,
      block,
      people: await Promise.all(
        people.map(async ({ person, account }) => ({
          person,
          account,
          coins: formatMoney(await chain.balance(account as Account, coin), currency, 'en'),
          native: formatMoney(await chain.balance(account as Account, null), native, 'en'),
        })),
      ),
      series: goods.map((each) => ({
        id: each.id,
        name: each.goods.name,
        price: formatMoney(each.terms.price, coinOf(each.terms.currency), 'en'),
        sold: each.sold,
        limit: each.limit,
        issuer: each.issuer,
      })),
      rights,
    }
  }
}

type Folded = {
  series: Map<string, Series>
  held: Map<string, HeldRight>
  history: Map<string, string[]>
}

const emptyFold = (): Folded => ({ series: new Map(), held: new Map(), history: new Map() })

function fold(folded: Folded, block: ChainBlock): void {
  for (const event of block.events) apply(folded, event, block)
}

/** What stands beside another event of the same change, and is no step of its own. */
const untold: ReadonlySet<string> = new Set([
  'approved',
  'offer-taken',
  'refused',
  'shipped',
  'divided',
])

function apply({ series, held, history }: Folded, event: RightsEvent, block: ChainBlock): void {
  if (!isRightEvent(event) && !isSeriesEvent(event)) return
  const id = isRightEvent(event) ? unpackRightId(event.right).series : event.series
  const next = foldSeries(series.get(id) ?? null, event)
  if (next !== null) series.set(id, next)
  if (!isRightEvent(event)) return
  const right = foldRight(held.get(event.right) ?? null, event, block, next?.terms ?? null)
  if (right === null) return
  held.set(event.right, right)
  if (untold.has(event.type)) return
  const state = effectiveState(right.word, block.time)?.state ?? ''
  const word = event.type === 'moved' || event.type === 'burned' ? state : event.type
  const past = history.get(event.right) ?? []
  history.set(event.right, [...past, `block ${block.number}: ${word}`])
}
