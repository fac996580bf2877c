import { createHardhatRuntimeEnvironment } from 'hardhat/hre'

/** Where a fresh chain listens, and how it is closed. */
export type FreshChain = { url: string; close(): Promise<void> }

/** An empty chain behind JSON-RPC on this machine, with the usual rich accounts. */
export async function openFreshChain(chainId = 31_337): Promise<FreshChain> {
  const hre = await createHardhatRuntimeEnvironment({
    networks: { fresh: { type: 'edr-simulated', chainId } },
  })
  const server = await hre.network.createServer('fresh', '127.0.0.1', 0)
  const { address, port } = await server.listen()
  return { url: `http://${address}:${port}`, close: () => server.close() }
}
