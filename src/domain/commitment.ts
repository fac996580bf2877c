import { AbiCoder, keccak256 } from 'ethers'
import type { Account, RightId } from './ids.ts'

/** What a holder commits to when asking for the good: the hash of a secret of 16 random bytes (hex with 0x). */
export function commitment(input: {
  chainId: number
  rights: Account
  right: RightId
  holder: Account
  secret: string
}): string {
  return keccak256(
    AbiCoder.defaultAbiCoder().encode(
      ['uint256', 'address', 'uint256', 'address', 'uint128'],
      [input.chainId, input.rights, input.right, input.holder, input.secret],
    ),
  )
}
