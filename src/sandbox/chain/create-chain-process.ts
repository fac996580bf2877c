import { createFaults } from './faults.ts'
import { createLocalNode } from './local-node.ts'
import { startRpcServer } from './rpc-server.ts'
import { createSandboxMethods } from './sandbox-methods.ts'
import { type Stage, setStage } from './stage.ts'

/** How to run the sandbox's chain. */
export type ChainProcessOptions = {
  /** 0 takes a free one. */
  port?: number
  /** Opens the `sandbox_` methods; without it nobody has them. */
  token?: string
  /** Between two empty blocks, so that what is in a block becomes final; 0 for none. */
  blockEveryMs?: number
  nowSeconds?: () => number
  /** Told about an empty block that could not be mined. */
  onError?: (thrown: unknown) => void
}

/** A running chain. */
export type ChainProcess = { url: string; stage: Stage; close(): Promise<void> }

/** Starts a chain with `Rights` and the test coin on it, serving JSON-RPC on this machine. */
export async function createChainProcess(options: ChainProcessOptions = {}): Promise<ChainProcess> {
  const { port = 0, token = '', blockEveryMs = 2000, nowSeconds, onError = () => {} } = options
  const node = await createLocalNode(nowSeconds === undefined ? {} : { nowSeconds })
  const stage = await setStage(node)
  const faults = createFaults()
  const sandbox = createSandboxMethods(node, stage, faults)
  const server = await startRpcServer({ node, sandbox, faults }, { port, token })
  const timer =
    blockEveryMs > 0 ? setInterval(() => void node.mine().catch(onError), blockEveryMs) : null

  return {
    url: server.url,
    stage,
    async close() {
      if (timer !== null) clearInterval(timer)
      await server.close()
      await node.close()
    },
  }
}
