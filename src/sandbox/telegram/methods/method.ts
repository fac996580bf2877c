import type { Bot } from '../accounts.ts'
import type { Parameters } from '../parameters.ts'
import type { World } from '../world.ts'

/** What a method works on. `signal` aborts when the caller hangs up. */
export type Call = { world: World; bot: Bot; parameters: Parameters; signal: AbortSignal }

/** A result with the remark that some methods put into their envelope. */
export class Described {
  readonly result: unknown
  readonly description: string

  constructor(result: unknown, description: string) {
    this.result = result
    this.description = description
  }
}

/**
 * One method of the Bot API. `supported` lists the parameters it honours; a call with any other one of the
 * specification is refused, so that nothing is silently ignored.
 */
export type Method = {
  supported: readonly string[]
  run(call: Call): unknown
}
