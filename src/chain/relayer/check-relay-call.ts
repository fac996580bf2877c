import { dataLength } from 'ethers'
import type { Account } from '../../domain/ids.ts'
import { rightsInterface } from '../../domain/rights-calls.ts'
import type { RelayCall } from '../../ports/relayer.ts'

/** What the relayer pays for: calls whose effect is the same whoever sends them, and that move no money. */
const relayed = ['claim', 'handOver', 'handOverMany', 'handOverGift', 'redeem'] as const

/** The reference that may stand behind a call's arguments. */
const REFERENCE_BYTES = 8

/** A call that the relayer may pay for. `id` is the right of a claim, whose price is still to be looked at. */
export type CheckedCall = { name: (typeof relayed)[number]; claimed: bigint | null }

/**
 * Reads a call strictly: to this contract, one of the few functions, and nothing behind its arguments that would only cost.
 * @throws RangeError for anything else, also for a claim without a signature: that one would be the relayer's own
 */
export function checkRelayCall(rights: Account, { to, data }: RelayCall): CheckedCall {
  if (to !== rights) throw new RangeError('the relayer calls Rights only')
  const parsed = parse(data)
  const name = relayed.find((each) => each === parsed?.name)
  if (parsed === null || name === undefined) throw new RangeError('not a call to be relayed')
  const plain = dataLength(rightsInterface.encodeFunctionData(parsed.fragment, parsed.args))
  const extra = dataLength(data) - plain
  if (extra !== 0 && extra !== REFERENCE_BYTES) throw new RangeError('bytes behind a relayed call')
  if (name !== 'claim') return { name, claimed: null }
  if (BigInt(String(parsed.args['vs'])) === 0n) throw new RangeError('a claim without a signature')
  return { name, claimed: BigInt(parsed.args['id']) }
}

function parse(data: string) {
  try {
    return rightsInterface.parseTransaction({ data })
  } catch {
    // Bytes that do not decode are no call of ours.
    return null
  }
}
