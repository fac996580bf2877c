import type { Account, RightId } from '../../../src/domain/ids.ts'
import type { World } from '../world.ts'

/** A call that works as it is. */
export type WorkingCall = {
  from: Account
  args: readonly unknown[]
  value?: bigint
  /** The right that it is about, where it is about one. */
  right?: RightId
}

/** Brings the world to where the call works. */
export type Preparation = (world: World) => Promise<WorkingCall>
