import type { Account } from '../../../src/domain/ids.ts'
import { rightsInterface } from '../../../src/domain/rights-calls.ts'
import type { World } from '../world.ts'

/** A call as a transaction or as a question. */
export type ChainCall = { readonly from: Account; readonly data: string; readonly value: bigint }

/** What the chain says to calls to `Rights`: `✓`, or the error with its values. */
export function createAskChain(world: World) {
  const known = new Map<string, string>()

  const requestOf = ({ from, data, value }: ChainCall) => ({
    from,
    to: world.rights.at,
    data,
    value: `0x${value.toString(16)}`,
    gasPrice: '0x0',
  })

  function nameOf(thrown: unknown): string {
    const { data, message } = thrown as { data?: unknown; message: string }
    if (typeof data !== 'string') return message
    const name = known.get(data) ?? read(data)
    known.set(data, name)
    return name
  }

  return {
    /** What would happen in a block of the newest block's time. */
    ask: async (call: ChainCall): Promise<string> => {
      try {
        await world.ask('eth_call', [requestOf(call), 'latest'])
        return '✓'
      } catch (thrown) {
        return nameOf(thrown)
      }
    },
    /** Does it. */
    send: async (call: ChainCall): Promise<string> => {
      try {
        await world.ask('eth_sendTransaction', [requestOf(call)])
        return '✓'
      } catch (thrown) {
        return nameOf(thrown)
      }
    },
  }
}

function read(data: string): string {
  const parsed = data.length > 2 ? rightsInterface.parseError(data) : null
  return parsed === null ? `revert ${data}` : errorText(parsed.name, parsed.args)
}

/** An error with its values, as the table compares them. */
export function errorText(name: string, args: Iterable<unknown>): string {
  return `${name}(${[...args].map(String).join(', ')})`
}
