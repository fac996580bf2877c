import { formatEther, getAddress, toUtf8String } from 'ethers'
import { z } from 'zod'
import type { ChainAccess } from './chain-access.ts'
import type { CallDecoder } from './decode-call.ts'
import type { PromptBody } from './prompt.ts'
import { readTypedData } from './read-typed-data.ts'

const hex = z.string().regex(/^0x[0-9a-fA-F]*$/)
const callSchema = z.object({
  from: hex,
  to: hex,
  value: hex.optional(),
  data: hex.optional(),
  input: hex.optional(),
})

/** A question a wallet can do something with. */
export type WalletTask =
  | { type: 'sign-text'; account: string; text: string; message: string }
  | { type: 'sign-typed'; account: string; json: string }
  | { type: 'send'; from: string; to: string; value: bigint; data: string }

/** Reads a request's params, or null when it is none of the three a wallet here can do. */
export function readTask(method: string, params: unknown): WalletTask | null {
  const list = Array.isArray(params) ? params : []
  if (method === 'personal_sign') {
    const [message, account] = list
    if (typeof message !== 'string' || typeof account !== 'string') return null
    return { type: 'sign-text', account: getAddress(account), text: toText(message), message }
  }
  if (method === 'eth_signTypedData_v4') {
    const [account, json] = list
    if (typeof account !== 'string') return null
    const text = typeof json === 'string' ? json : JSON.stringify(json)
    return { type: 'sign-typed', account: getAddress(account), json: text }
  }
  if (method !== 'eth_sendTransaction') return null
  const parsed = callSchema.safeParse(list[0])
  if (!parsed.success) return null
  const { from, to, value = '0x0', data, input } = parsed.data
  return {
    type: 'send',
    from: getAddress(from),
    to: getAddress(to),
    value: BigInt(value),
    data: data ?? input ?? '0x',
  }
}

/** What the wallet shows of a task. */
export async function describeTask(
  task: WalletTask,
  { chain, decoder, account }: { chain: ChainAccess; decoder: CallDecoder; account: string },
): Promise<PromptBody> {
  if (task.type !== 'send') {
    const text = task.type === 'sign-text' ? task.text : typedText(task.json, chain.chainId)
    const warning = task.account === account ? null : 'This is not your account.'
    return { kind: 'sign', account: task.account, text, warning }
  }
  const { from, to, value, data } = task
  const token = data === '0x' ? null : await chain.token(to)
  const [estimate, balance] = await Promise.all([
    chain.estimate({ from, to, value, data }),
    chain.balance(from).catch(() => null),
  ])
  const fee = estimate.type === 'ok' ? estimate.fee : null
  const isShort = balance !== null && balance < value + (fee ?? 0n)
  const fails =
    estimate.type === 'ok'
      ? null
      : `This call would fail: ${(estimate.data === null ? null : decoder.error(estimate.data)) ?? estimate.why}`
  return {
    kind: 'send',
    chainId: chain.chainId,
    chain: chain.name,
    to,
    value: String(value),
    valueText: `${formatEther(value)} ${chain.symbol}`,
    data,
    call: decoder.call(to, data, token),
    fee: fee === null ? null : String(fee),
    feeText: fee === null ? null : `${formatEther(fee)} ${chain.symbol}`,
    warning: isShort ? `You do not have enough ${chain.symbol}.` : fails,
  }
}

function typedText(json: string, chainId: number): string {
  const read = readTypedData(json, chainId)
  return read.type === 'read' ? read.data.text : read.why
}

function toText(message: string): string {
  if (!message.startsWith('0x')) return message
  try {
    return toUtf8String(message)
  } catch {
    return message
  }
}
