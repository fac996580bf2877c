import { AbiCoder, hashMessage, recoverAddress, Signature } from 'ethers'
import type { Account } from '../domain/ids.ts'
import { plainRpc, type Rpc, RpcRefusal } from './rpc.ts'

const IS_VALID = '0x1626ba7e'
/** Enough for any account that people use, and an end for those that would keep the node busy. */
const GAS = '0x7a120'
/** How the code of a person's account begins that has lent itself some code (EIP-7702). */
const LENT_CODE = '0xef0100'

/** Has the account signed this EIP-191 text? As {@link hasSignedDigest}. */
export function hasSigned(
  rpc: Rpc,
  account: Account,
  text: string,
  signature: string,
): Promise<boolean> {
  return hasSignedDigest(rpc, account, hashMessage(text), signature)
}

/**
 * Has the account signed these 32 bytes? An account with code is asked (ERC-1271); one without, or with lent code that
 * does not agree, must have signed with its own key, with low s.
 * @throws AppError CHAIN_UNREACHABLE
 */
export async function hasSignedDigest(
  rpc: Rpc,
  account: Account,
  digest: string,
  signature: string,
): Promise<boolean> {
  if (!/^0x([0-9a-f]{2}){1,4096}$/i.test(signature)) return false
  const code = await plainRpc(rpc).ask<string>('eth_getCode', [account, 'latest'])
  if (code === '0x') return hasKeySigned(account, digest, signature)
  if (await hasCodeAgreed(rpc, account, digest, signature)) return true
  return code.toLowerCase().startsWith(LENT_CODE) && hasKeySigned(account, digest, signature)
}

async function hasCodeAgreed(
  rpc: Rpc,
  account: Account,
  digest: string,
  signature: string,
): Promise<boolean> {
  const args = AbiCoder.defaultAbiCoder().encode(['bytes32', 'bytes'], [digest, signature])
  try {
    const call = { to: account, data: IS_VALID + args.slice(2), gas: GAS }
    const answer = await rpc.ask<string>('eth_call', [call, 'latest'])
    return answer.toLowerCase() === IS_VALID + '0'.repeat(56)
  } catch (thrown) {
    // Refusing by reverting is an answer; anything else is not.
    if (thrown instanceof RpcRefusal) return false
    throw thrown
  }
}

function hasKeySigned(account: Account, digest: string, signature: string): boolean {
  try {
    // `Signature.from` refuses high s.
    return recoverAddress(digest, Signature.from(signature)) === account
  } catch {
    return false
  }
}
