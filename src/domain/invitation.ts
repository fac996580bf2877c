import { keccak256 } from 'ethers'

/** How long an invitation to a desk is good. */
export const INVITATION_MS = 24 * 3600 * 1000

/** What is kept of an invitation: nobody who reads it can join. `secret` is 16 bytes in hex without 0x. */
export function invitationHash(secret: string): string {
  return keccak256(`0x${secret}`)
}
