import { createServer } from 'node:http'
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
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const { id, method, params } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    let body: object
    try {
      body = { id, jsonrpc: '2.0', result: await request(method, params) }
    } catch (error) {
      const { code = -32603, message, data } = error as { code?: number; message: string; data?: unknown }
      body = { id, jsonrpc: '2.0', error: { code, message, data } }
    }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
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
