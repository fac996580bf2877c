import { compilePeers } from './compile-peers.ts'
import { dropShop } from './drop-shop.ts'
import { createEvm, type Evm } from './evm.ts'
import type { GasByOperation } from './gas-result.ts'
import { measureShop } from './measure-shop.ts'
import { minimalShop } from './minimal-shop.ts'
import { type Peer, type Pipeline, peerList } from './peer-list.ts'

/**
 * Gas of every peer by operation, measured in one chain in this process.
 *
 * @throws when a peer has become cheaper through the other pipeline: its line of the list is then to be changed.
 */
export async function measurePeers(): Promise<Record<string, GasByOperation>> {
  const codeOf = {
    legacy: await compilePeers('legacy'),
    viaIR: await compilePeers('viaIR'),
    product: await compilePeers('product'),
  }
  const evm = await createEvm()
  try {
    const found: Record<string, GasByOperation> = {}
    for (const peer of peerList) {
      const measured = await measure(evm, peer, peer.pipeline, codeOf)
      if (peer.pipeline !== 'product') {
        const other = peer.pipeline === 'legacy' ? 'viaIR' : 'legacy'
        const rival = await measure(evm, peer, other, codeOf)
        if (sum(rival) < sum(measured)) {
          throw new Error(`${peer.name} is cheaper with ${other}: say so in peer-list.ts`)
        }
      }
      found[peer.name] = measured
    }
    return found
  } finally {
    await evm.close()
  }
}

async function measure(
  evm: Evm,
  { contract }: Peer,
  pipeline: Pipeline,
  codeOf: Record<Pipeline, (contract: string) => string>,
) {
  const code = codeOf[pipeline](contract)
  return measureShop(evm, await (pipeline === 'product' ? dropShop : minimalShop)(evm, code))
}

function sum(gas: GasByOperation): number {
  return Object.values(gas).reduce((total, each) => total + each, 0)
}
