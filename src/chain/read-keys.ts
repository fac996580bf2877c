import { getAddress } from 'ethers'
import type { Account, RightId } from '../domain/ids.ts'
import { unpackRightWord } from '../domain/right-word.ts'
import { rightsInterface } from '../domain/rights-calls.ts'
import type { RightsEvent } from '../ports/chain.ts'
import { fewAtOnce } from './few-at-once.ts'
import { isRevert } from './revert-reason.ts'
import { plainRpc, type Rpc, RpcRefusal, toUnreachable } from './rpc.ts'

/** A node that keeps only the newest states says so in one of these ways. */
const STATE_GONE = /missing trie node|state .*(not |un)available|pruned|historical state/i

/**
 * Fills in whom a send or a private listing is for: no log has it. Asked of the state after the block, so a right that was
 * sent and left Sent in the same block gets none, and needs none. None, too, when the node no longer has that state.
 * @throws AppError CHAIN_UNREACHABLE
 */
export async function withKeys(
  rpc: Rpc,
  rights: Account,
  blockHash: string,
  events: readonly RightsEvent[],
): Promise<RightsEvent[]> {
  const wanted = [...new Set(events.flatMap((event) => (hasKey(event) ? event.right : [])))]
  const found = await fewAtOnce(wanted, async (right) => {
    const data = rightsInterface.encodeFunctionData('auxiliaryOf', [right])
    return [right, keyIn(await askAt(rpc, { to: rights, data }, blockHash))] as const
  })
  const keys = new Map<RightId, Account | null>(found)
  return events.map((event) =>
    hasKey(event) ? { ...event, key: keys.get(event.right) ?? null } : event,
  )
}

function hasKey(event: RightsEvent): event is Extract<RightsEvent, { type: 'moved' }> {
  if (event.type !== 'moved') return false
  const { state, auxLive } = unpackRightWord(event.word)
  return auxLive && (state === 'sent' || state === 'listed')
}

function keyIn(aux: string | null): Account | null {
  const isKey = aux !== null && /^0x0{24}[0-9a-f]{40}$/i.test(aux) && !/^0x0{64}$/.test(aux)
  return isKey ? (getAddress(`0x${aux.slice(26)}`) as Account) : null
}

/** EIP-1898: the state of exactly this block. Null when that is gone; any other refusal is trouble that passes. */
async function askAt(
  rpc: Rpc,
  call: { to: Account; data: string },
  blockHash: string,
): Promise<string | null> {
  try {
    return await rpc.ask<string>('eth_call', [call, { blockHash }])
  } catch (thrown) {
    if (!(thrown instanceof RpcRefusal)) throw toUnreachable(thrown)
    if (isRevert(thrown) || STATE_GONE.test(thrown.message)) return null
    const block = await plainRpc(rpc).ask('eth_getBlockByHash', [blockHash, false])
    if (block === null) return null
    throw toUnreachable(thrown)
  }
}
