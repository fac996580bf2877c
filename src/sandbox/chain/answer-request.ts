import { ZodError } from 'zod'
import type { LocalNode } from './local-node.ts'
import type { SandboxMethods } from './sandbox-methods.ts'

/** One JSON-RPC request. */
export type RpcRequest = { id: unknown; method: string; params: readonly unknown[] }
/** One JSON-RPC answer. */
export type RpcAnswer = {
  jsonrpc: '2.0'
  id: unknown
  result?: unknown
  error?: { code: number; message: string; data?: unknown }
}

/** What a public node answers. Nothing that changes the chain's rules, time or accounts is among it. */
const publicMethods: ReadonlySet<string> = new Set([
  'eth_blockNumber',
  'eth_call',
  'eth_chainId',
  'eth_estimateGas',
  'eth_feeHistory',
  'eth_gasPrice',
  'eth_getBalance',
  'eth_getBlockByHash',
  'eth_getBlockByNumber',
  'eth_getBlockTransactionCountByHash',
  'eth_getBlockTransactionCountByNumber',
  'eth_getCode',
  'eth_getLogs',
  'eth_getStorageAt',
  'eth_getTransactionByBlockHashAndIndex',
  'eth_getTransactionByHash',
  'eth_getTransactionCount',
  'eth_getTransactionReceipt',
  'eth_maxPriorityFeePerGas',
  'eth_sendRawTransaction',
  'eth_syncing',
  'net_version',
  'web3_clientVersion',
])

/** Answers one request as a node would; the sandbox's own methods only when `isTrusted`. Never throws. */
export async function answerRequest(
  node: LocalNode,
  sandbox: SandboxMethods,
  { id, method, params }: RpcRequest,
  isTrusted: boolean,
): Promise<RpcAnswer> {
  try {
    const own = Object.hasOwn(sandbox, method) ? sandbox[method] : undefined
    if (own !== undefined && isTrusted) {
      return { jsonrpc: '2.0', id, result: await own(params[0]) }
    }
    if (!publicMethods.has(method)) {
      return refusal(id, -32601, `the method ${method} does not exist/is not available`)
    }
    const result =
      method === 'eth_sendRawTransaction'
        ? await node.sendRaw(String(params[0]))
        : await node.ask(method, params)
    return { jsonrpc: '2.0', id, result }
  } catch (thrown) {
    return toRefusal(id, thrown)
  }
}

/** An answer that says no. */
export function refusal(id: unknown, code: number, message: string, data?: unknown): RpcAnswer {
  return { jsonrpc: '2.0', id, error: { code, message, ...(data === undefined ? {} : { data }) } }
}

function toRefusal(id: unknown, thrown: unknown): RpcAnswer {
  if (thrown instanceof ZodError || thrown instanceof RangeError) {
    return refusal(id, -32602, thrown.message)
  }
  const { code, message, data } = thrown as { code?: unknown; message?: unknown; data?: unknown }
  // Reverted calls have the code that most nodes give them.
  const isRevert = typeof data === 'string' && data.startsWith('0x')
  const number = isRevert ? 3 : typeof code === 'number' ? code : -32603
  return refusal(id, number, String(message ?? thrown), isRevert ? data : undefined)
}
