import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHardhatRuntimeEnvironment } from 'hardhat/hre'

/** A chain of one machine behind HTTP, as wallets reach it. */
export type LocalChain = {
  url: string
  chainId: number
  request<T>(method: string, params?: unknown[]): Promise<T>
  close(): Promise<void>
}

/** Starts a Hardhat chain in this process, on a free port. */
export async function startLocalChain(): Promise<LocalChain> {
  const hre = await createHardhatRuntimeEnvironment({})
  const { provider, close } = await hre.network.create()
  const request = async <T>(method: string, params: unknown[] = []): Promise<T> =>
    (await provider.request({ method, params })) as T
  const answer = async (incoming: IncomingMessage): Promise<object> => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const { id, method, params } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    try {
      return { id, jsonrpc: '2.0', result: await request(method, params) }
    } catch (error) {
      const { code = -32603, message, data } = error as Error & { code?: number; data?: unknown }
      return { id, jsonrpc: '2.0', error: { code, message, data } }
    }
  }
  const server = createServer((incoming, response) => {
    void answer(incoming).then((body) => response.end(JSON.stringify(body)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    chainId: 31337,
    request,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await close()
    },
  }
}
