import { AbiCoder, keccak256 } from 'ethers'
import { createHardhatRuntimeEnvironment } from 'hardhat/hre'
import type { RightId } from '../../../src/domain/ids.ts'
import { rightsInterface } from '../../../src/domain/rights-calls.ts'
import type { World } from '../world.ts'

/** Places of the mappings `_rights` and `_aux`. */
const MAPPINGS = [0, 5]

/** Another chain on which one right stands as it stands here: what a fork with a new chain id is. */
export async function forkedWorld(world: World, right: RightId, chainId: number) {
  const networks = { default: { type: 'edr-simulated', chainId } } as const
  const hre = await createHardhatRuntimeEnvironment({ networks })
  const { provider, close } = await hre.network.create()
  const ask = (method: string, params: unknown[]) =>
    provider.request({ method, params }) as Promise<string>
  const at = world.rights.at
  await ask('hardhat_setCode', [at, await world.ask('eth_getCode', [at, 'latest'])])
  for (const place of MAPPINGS) {
    const slot = keccak256(
      AbiCoder.defaultAbiCoder().encode(['uint256', 'uint256'], [right, place]),
    )
    const stored = await world.ask('eth_getStorageAt', [at, slot, 'latest'])
    await ask('hardhat_setStorageAt', [at, slot, stored])
  }
  const read = async (name: string, args: unknown[] = []) => {
    const data = rightsInterface.encodeFunctionData(name, args)
    const result = await ask('eth_call', [{ to: at, data }, 'latest'])
    return rightsInterface.decodeFunctionResult(name, result)[0] as string
  }
  return {
    close,
    claim: (args: unknown[]) => {
      const data = rightsInterface.encodeFunctionData('claim', args)
      return ask('eth_sendTransaction', [{ from: world.stranger, to: at, data }])
    },
    ownerOf: (id: RightId) => read('ownerOf', [id]),
    domainSeparator: () => read('domainSeparator'),
  }
}
