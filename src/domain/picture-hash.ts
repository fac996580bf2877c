import { keccak256 } from 'ethers'

/** The name of a picture, as goods data has it: keccak256 of its bytes. */
export function pictureHash(bytes: Uint8Array): string {
  return keccak256(bytes)
}
