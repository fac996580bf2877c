import { type Signature, type SigningKey, TypedDataEncoder } from 'ethers'
import type { Account } from '../../../src/domain/ids.ts'

const types = {
  ReceiveWithAuthorization: [
    ['from', 'address'],
    ['to', 'address'],
    ['value', 'uint256'],
    ['validAfter', 'uint256'],
    ['validBefore', 'uint256'],
    ['nonce', 'bytes32'],
  ].map(([name = '', type = '']) => ({ name, type })),
}

/** Signs an EIP-3009 authorization to receive, for the test coin. */
export function signCoinMessage(
  key: SigningKey,
  chainId: number,
  coin: Account,
  values: Readonly<Record<string, unknown>>,
): Signature {
  const domain = { name: 'USD Coin (test)', version: '1', chainId, verifyingContract: coin }
  return key.sign(TypedDataEncoder.hash(domain, types, values))
}
