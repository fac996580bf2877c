import { createHash } from 'node:crypto'
import { hexlify, toBeHex, toUtf8Bytes } from 'ethers'
import { AppError } from '../domain/errors.ts'
import type { Account } from '../domain/ids.ts'
import { typedDataJson } from '../domain/typed-data.ts'
import type { WalletQuestion, WalletSession } from '../ports/wallet.ts'

/** A question as JSON-RPC. */
export type WalletRpc = { method: string; params: unknown[]; account: Account }

/** The JSON-RPC form of a question. */
export function toWalletRpc(question: WalletQuestion): WalletRpc {
  if (question.type === 'sign-message') {
    const { account, text } = question
    return { method: 'personal_sign', params: [hexlify(toUtf8Bytes(text)), account], account }
  }
  if (question.type === 'sign-typed') {
    const { account, message } = question
    const params = [account, typedDataJson(message)]
    return { method: 'eth_signTypedData_v4', params, account }
  }
  const { from, to, data, value } = question.call
  const params = [{ from, to, data, value: value === 0n ? '0x0' : quantity(value) }]
  return { method: 'eth_sendTransaction', params, account: from }
}

/** A name for the params that is the same in every run. */
export function paramsHash(params: unknown): string {
  return createHash('sha256').update(JSON.stringify(params)).digest('hex')
}

/**
 * May this session be asked this, on this chain, for this account?
 * @throws AppError WALLET_WRONG_CHAIN when the wallet did not approve the chain, WALLET_UNSUPPORTED for the method,
 * WALLET_SESSION_GONE when the session no longer speaks for the account.
 */
export function checkSession(session: WalletSession, chainId: number, rpc: WalletRpc): void {
  const here = session.accounts.filter((each) => each.chainId === chainId)
  if (here.length === 0) throw new AppError('WALLET_WRONG_CHAIN', { meta: { chainId } })
  if (!session.methods.includes(rpc.method)) {
    throw new AppError('WALLET_UNSUPPORTED', { meta: { method: rpc.method } })
  }
  if (!here.some((each) => each.account === rpc.account)) throw new AppError('WALLET_SESSION_GONE')
}

function quantity(value: bigint): string {
  return toBeHex(value).replace(/^0x0+/, '0x')
}
