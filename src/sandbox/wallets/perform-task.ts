import { getBytes, type HDNodeWallet, hexlify, randomBytes, Wallet } from 'ethers'
import type { ChainAccess, RpcError } from './chain-access.ts'
import type { WalletTask } from './describe-request.ts'
import type { Policy } from './policy.ts'
import { readTypedData } from './read-typed-data.ts'

/** What goes back to the asker. `sent` is set when something went to the chain. */
export type Performed = { result: string; sent: string | null } | { error: RpcError }

/** Does what was approved, as far as the policy is honest. */
export async function performTask(
  task: WalletTask,
  { key, chain, policy }: { key: HDNodeWallet; chain: ChainAccess; policy: Policy },
): Promise<Performed> {
  if (task.type === 'send') {
    if (policy.bogusHash) return { result: hexlify(randomBytes(32)), sent: null }
    if (policy.foreignHash !== null) return { result: policy.foreignHash, sent: null }
    if (task.from !== key.address) return { error: { code: 4100, message: 'Unknown account' } }
    const { from, to, value, data } = task
    const sent = await chain.send(key, { from, to, value, data })
    return sent.type === 'failed' ? { error: sent.error } : { result: sent.hash, sent: sent.hash }
  }
  if (task.account !== key.address) return { error: { code: 4100, message: 'Unknown account' } }
  const signer = policy.wrongAccount ? Wallet.createRandom() : key
  if (task.type === 'sign-text') {
    const bytes = task.message.startsWith('0x') ? getBytes(task.message) : task.message
    return { result: await signer.signMessage(bytes), sent: null }
  }
  const read = readTypedData(task.json, chain.chainId)
  if (read.type === 'refused') return { error: { code: -32602, message: read.why } }
  const { domain, types, message } = read.data
  return { result: await signer.signTypedData(domain, types, message), sent: null }
}
