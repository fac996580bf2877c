import { recoverAddress, Signature } from 'ethers'
import type { Account } from './ids.ts'
import { rightsDigest, type TypedMessage } from './typed-data.ts'

const KEY_SIGNATURE_CHARACTERS = 132

/**
 * A wallet's signature in the form that `Rights` takes: of a key in 64 bytes (EIP-2098), where wallets give 65; of an
 * account with code (ERC-1271) as it is, because only that code knows what it means.
 */
export function contractSignature(
  { domain, message, values }: TypedMessage,
  account: Account,
  signature: string,
): string {
  if (signature.length !== KEY_SIGNATURE_CHARACTERS) return signature
  try {
    const parsed = Signature.from(signature)
    const signer = recoverAddress(rightsDigest(domain, message, values), parsed)
    return signer === account ? parsed.compactSerialized : signature
  } catch {
    // 65 bytes that are no signature of a key are left to the account's code.
    return signature
  }
}
