import { AppError } from '../domain/errors.ts'

/** A node's own refusal of one request: it was reached and said no. `data` is what a reverted call answered, hex. */
export class RpcRefusal extends Error {
  readonly code: number
  readonly data: string | null
  constructor(code: number, message: string, data: string | null) {
    super(message)
    this.name = 'RpcRefusal'
    this.code = code
    this.data = data
  }
}

/** Requests to one chain's node. Safe to repeat, but for sending transactions. */
export type Rpc = {
  /**
   * @throws RpcRefusal when the node says no
   * @throws AppError CHAIN_UNREACHABLE when it does not answer, answers nonsense, or is on another chain
   */
  ask<T>(method: string, params: readonly unknown[]): Promise<T>
}

/** Where the node is. The address may carry a key, so it never gets into a message. */
export type RpcOptions = { rpcUrl: string; chainId: number; timeoutMs?: number }

/** Connects to a node over HTTP. Before the first request it is asked once which chain it is on. */
export function createRpc({ rpcUrl, chainId, timeoutMs = 10_000 }: RpcOptions): Rpc {
  let checked: Promise<void> | null = null
  let lastId = 0

  async function post(method: string, params: readonly unknown[]): Promise<unknown> {
    lastId += 1
    try {
      const response = await fetch(rpcUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id: lastId, method, params }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      return await response.json()
    } catch (cause) {
      throw new AppError('CHAIN_UNREACHABLE', { cause, meta: { method } })
    }
  }

  async function request(method: string, params: readonly unknown[]): Promise<unknown> {
    const answer = await post(method, params)
    if (isObject(answer) && isObject(answer['error'])) throw toRefusal(answer['error'])
    if (isObject(answer) && 'result' in answer) return answer['result']
    throw new AppError('CHAIN_UNREACHABLE', { meta: { method } })
  }

  async function checkChain(): Promise<void> {
    const actual = await request('eth_chainId', []).catch((thrown: unknown) => {
      throw toUnreachable(thrown)
    })
    if (Number(actual) !== chainId) {
      throw new AppError('CHAIN_UNREACHABLE', { meta: { chainId, actual: String(actual) } })
    }
  }

  return {
    async ask<T>(method: string, params: readonly unknown[]): Promise<T> {
      checked ??= checkChain()
      try {
        await checked
      } catch (thrown) {
        checked = null
        throw thrown
      }
      return (await request(method, params)) as T
    },
  }
}

/** A refusal where none was expected (rate limit, missing method, trouble inside) counts as not having reached the chain. */
export function toUnreachable(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  return new AppError('CHAIN_UNREACHABLE', { cause: thrown })
}

/** The same requests for callers who expect no refusal: every failure is an AppError CHAIN_UNREACHABLE. */
export function plainRpc(rpc: Rpc): Rpc {
  return {
    ask: (method, params) =>
      rpc.ask<never>(method, params).catch((thrown: unknown) => {
        throw toUnreachable(thrown)
      }),
  }
}

function toRefusal(error: Record<string, unknown>): RpcRefusal {
  const { code, message, data } = error
  const nested = isObject(data) ? data['data'] : data
  const hex = typeof nested === 'string' && /^0x([0-9a-f]{2})*$/i.test(nested) ? nested : null
  return new RpcRefusal(Number(code), String(message), hex)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
