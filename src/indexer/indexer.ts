import type { ChainBlock, ChainReader } from '../ports/chain-reader.ts'
import type { Projections } from '../ports/projections.ts'

/**
 * Follows the contract block by block: appends what continues our chain, rolls back what was taken back, and marks what is
 * deep enough. It enqueues ids and never calls a reducer. A kill anywhere leaves whole blocks only.
 */
export function createIndexer(deps: {
  reader: ChainReader
  projections: Projections
  /** The block before which nothing concerns us. */
  startBlock: number
  /** Blocks above a final one. */
  finalDepth: number
}): { catchUp(): Promise<void> } {
  const { reader, projections, startBlock, finalDepth } = deps

  /** Steps back until the chain and we agree, and forgets what is above. */
  const rewind = async (): Promise<void> => {
    let number = (await projections.head())?.number ?? startBlock - 1
    while (number >= startBlock) {
      const ours = await projections.block(number)
      const theirs = await reader.block(number)
      if (ours === null || theirs?.hash === ours.hash) break
      if (ours.isFinal) throw new Error(`the chain took back block ${number}, which was final`)
      number -= 1
    }
    await projections.rollBack(number)
  }

  /** Takes one block in, or takes blocks back; false when there is nothing to do. */
  const step = async (): Promise<boolean> => {
    const top = await reader.head()
    const head = await projections.head()
    if (head === null) return take(startBlock, top.number)
    const isBehind = head.number < top.number
    if (!isBehind && head.number === top.number && head.hash === top.hash) return false
    const next = isBehind ? await reader.block(head.number + 1) : null
    if (next !== null && next.parentHash === head.hash) return append(next, top.number)
    // A block that is gone again while we looked: look once more.
    if (isBehind && next === null) return true
    await rewind()
    return true
  }

  const take = async (number: number, top: number): Promise<boolean> => {
    const block = number > top ? null : await reader.block(number)
    return block === null ? false : append(block, top)
  }

  const append = async (block: ChainBlock, top: number): Promise<boolean> => {
    await projections.append(block)
    const final = Math.min(top, block.number) - finalDepth
    if (final >= startBlock) await projections.finalise(final)
    return true
  }

  return {
    async catchUp() {
      while (await step());
    },
  }
}
