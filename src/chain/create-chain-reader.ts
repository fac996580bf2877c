import type { Account, DealId } from '../domain/ids.ts'
import { referenceOf } from '../domain/rights-calls.ts'
import type { RightsEvent } from '../ports/chain.ts'
import type { ChainReader } from '../ports/chain-reader.ts'
import { decodeRightsLog, type RawLog } from './decode-rights-log.ts'
import { fewAtOnce } from './few-at-once.ts'
import { withKeys } from './read-keys.ts'
import { createRpc, plainRpc, type Rpc, type RpcOptions, RpcRefusal, toUnreachable } from './rpc.ts'

type RawBlock = { number: string; hash: string; parentHash: string; timestamp: string }

/** Which node, and which contract. */
export type ChainReaderOptions = RpcOptions & {
  rights: Account
  /** Told of a log that nobody can read. It is left out: everybody else's events must not wait for it. */
  onOddLog?: (error: unknown) => void
}

/** Reads whole blocks of one contract's events over a node's JSON-RPC. */
export function createChainReader(options: ChainReaderOptions): ChainReader {
  const { onOddLog = () => {} } = options
  const rpc = createRpc(options)
  const plain = plainRpc(rpc)

  const blockBy = (at: number | string) =>
    typeof at === 'number'
      ? plain.ask<RawBlock | null>('eth_getBlockByNumber', [`0x${at.toString(16)}`, false])
      : plain.ask<RawBlock | null>('eth_getBlockByHash', [at, false])

  /** By hash, so that logs of another block of the same number can never be taken for this one's. */
  async function logsOf(hash: string): Promise<RawLog[] | null> {
    try {
      return await rpc.ask<RawLog[]>('eth_getLogs', [{ blockHash: hash, address: options.rights }])
    } catch (thrown) {
      const wasTakenBack = thrown instanceof RpcRefusal && (await blockBy(hash)) === null
      if (wasTakenBack) return null
      throw toUnreachable(thrown)
    }
  }

  function eventOf(log: RawLog): RightsEvent | [] {
    try {
      return decodeRightsLog(log) ?? []
    } catch (thrown) {
      onOddLog(thrown)
      return []
    }
  }

  return {
    async head() {
      const block = await plain.ask<RawBlock>('eth_getBlockByNumber', ['latest', false])
      return { number: Number(block.number), hash: block.hash, time: Number(block.timestamp) }
    },

    async block(at) {
      const block = await blockBy(at)
      if (block === null) return null
      const logs = await logsOf(block.hash)
      if (logs === null) return null
      const ordered = logs.toSorted((a, b) => Number(a.logIndex) - Number(b.logIndex))
      const events = ordered.flatMap(eventOf)
      return {
        number: Number(block.number),
        hash: block.hash,
        parentHash: block.parentHash,
        time: Number(block.timestamp),
        events: await withKeys(
          rpc,
          options.rights,
          block.hash,
          await withReferences(plain, options.rights, events),
        ),
      }
    },
  }
}

/** A transaction's hash fixes its input, so it does not matter in which block the node finds it meanwhile. */
async function withReferences(
  rpc: Rpc,
  rights: Account,
  events: RightsEvent[],
): Promise<RightsEvent[]> {
  const hashes = new Set(events.flatMap((event) => (event.type === 'minted' ? event.txHash : [])))
  const found = await fewAtOnce([...hashes], async (hash): Promise<[string, DealId | null]> => {
    type Sent = { to: string | null; input: string } | null
    const sent = await rpc.ask<Sent>('eth_getTransactionByHash', [hash])
    const isOurs = sent?.to?.toLowerCase() === rights.toLowerCase()
    return [hash, isOurs ? referenceOf(sent?.input ?? '0x') : null]
  })
  const references = new Map(found)
  return events.map((event) =>
    event.type === 'minted' ? { ...event, reference: references.get(event.txHash) ?? null } : event,
  )
}
