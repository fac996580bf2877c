import type { ChainBlock } from './chain-reader.ts'

/** A block we have followed; a final one is never taken back. `time` in Unix seconds. */
export type FollowedBlock = {
  number: number
  hash: string
  parentHash: string
  time: number
  isFinal: boolean
}

/**
 * The tables derived from the chain. Each write is one transaction that also puts the touched ids into the inbox, so that
 * deals read the facts as they then are. Everything here can be dropped and rebuilt from the deployment block.
 */
export type Projections = {
  /** The newest block followed; null before the first. */
  head(): Promise<FollowedBlock | null>
  /** A followed block by number, while it is kept. */
  block(number: number): Promise<FollowedBlock | null>
  /** Appends one block. @throws Error when it does not follow the head. */
  append(block: ChainBlock): Promise<void>
  /** Takes back every block above `number`. */
  rollBack(number: number): Promise<void>
  /** Blocks up to `number` can no longer be taken back. */
  finalise(number: number): Promise<void>
}
