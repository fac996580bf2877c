import type { ChainBlock, ChainReader } from '../ports/chain-reader.ts'
import type { Projections } from '../ports/projections.ts'

/** Brings the index up to the chain's newest block. Ends between two blocks when it is told to stop. */
export type Indexer = { catchUp(signal?: AbortSignal): Promise<void> }

/**
 * Follows the contract block by block: appends what continues our chain, rolls back what was taken back, and marks what is
 * deep enough. It enqueues ids and never calls a reducer. A kill anywhere leaves whole blocks only.
 *
 * A node may be behind us: one of several that answer in turn, or one that was put back. So only a block of another hash at
 * a height that both have says that ours was taken back; a shorter chain, or a block that is not there, says to come again.
 */
export function createIndexer(deps: {
  reader: ChainReader
  projections: Projections
  /** The block before which nothing concerns us. */
  startBlock: number
  /** Blocks above a final one. */
  finalDepth: number
}): Indexer {
  const { reader, projections, startBlock, finalDepth } = deps

  /** Steps back from `top` until the chain and we agree, and forgets what is above; false when there was nothing to forget. */
  const rewind = async (top: number): Promise<boolean> => {
    let number = top
    while (number >= startBlock) {
      const ours = await projections.block(number)
      const theirs = await reader.block(number)
      if (theirs === null) return false
      if (ours === null || theirs.hash === ours.hash) break
      if (ours.isFinal) throw new Error(`the chain took back block ${number}, which was final`)
      number -= 1
    }
    if (number === top) return false
    await projections.rollBack(number)
    return true
  }

  /** Takes one block in, or takes blocks back; false when there is nothing to do for now. */
  const step = async (): Promise<boolean> => {
    const top = await reader.head()
    const head = await projections.head()
    if (head === null) return take(startBlock, top.number)
    if (head.number < top.number) {
      const next = await reader.block(head.number + 1)
      if (next === null) return false
      return next.parentHash === head.hash ? append(next, top.number) : rewind(head.number)
    }
    const ours = head.number === top.number ? head : await projections.block(top.number)
    return ours === null || ours.hash === top.hash ? false : rewind(top.number)
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
    async catchUp(signal) {
      while (signal?.aborted !== true && (await step()));
    },
  }
}
