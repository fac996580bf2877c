import type { RightsEvent } from './chain.ts'

/** One block with all that happened in it to rights, in the order of the chain. */
export type ChainBlock = {
  number: number
  hash: string
  parentHash: string
  /** Unix seconds. */
  time: number
  events: RightsEvent[]
}

/**
 * The chain as the index reads it. Each block is whole: its events belong to exactly that hash, whatever a
 * reorganisation does meanwhile. Every method may throw AppError CHAIN_UNREACHABLE.
 */
export type ChainReader = {
  /** The newest block, without its events. */
  head(): Promise<{ number: number; hash: string; time: number }>
  /** The block of a number (on the present chain) or of a hash; null when the node has none (any more). */
  block(at: number | string): Promise<ChainBlock | null>
}
