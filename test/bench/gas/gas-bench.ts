import type { GasResult } from './gas-result.ts'
import { measureOurs } from './ours.ts'
import { measurePeers } from './peers.ts'

/** Measures ours and the peers, one after the other; equal contracts give an equal result, to the letter. */
export async function gasBench(): Promise<GasResult> {
  const ours = await measureOurs()
  const peers = Object.entries(await measurePeers()).map(
    ([name, gas]) => [name, sorted(gas)] as const,
  )
  return { ours: sorted(ours), peers: sorted(Object.fromEntries(peers)) }
}

function sorted<Value>(table: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)))
}
