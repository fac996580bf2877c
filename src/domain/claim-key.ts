import { computeAddress, concat, keccak256, SigningKey, toUtf8Bytes } from 'ethers'
import type { Account } from './ids.ts'
import { rightsDigest, type TypedMessage } from './typed-data.ts'

const PURPOSE = toUtf8Bytes('scrip claim key')

/** The account whose signature claims a send, from the 16 random bytes (hex with 0x) that travel in the link. */
export function claimKey(secret: string): Account {
  return computeAddress(privateKey(secret)) as Account
}

/** The first 8 bytes of the claim key's address (16 hex digits): names a send without giving it away. */
export function sendReference(secret: string): string {
  return claimKey(secret).slice(2, 18).toLowerCase()
}

/** Signs with the claim key; `r` and `vs` (EIP-2098) as `claim` and `handOverGift` take them. */
export function signByClaimKey(
  secret: string,
  { domain, message, values }: TypedMessage,
): { r: string; vs: string } {
  const digest = rightsDigest(domain, message, values)
  const { r, yParityAndS } = new SigningKey(privateKey(secret)).sign(digest)
  return { r, vs: yParityAndS }
}

function privateKey(secret: string): string {
  if (!/^0x[0-9a-f]{32}$/.test(secret)) throw new RangeError('a claim secret is 16 bytes of hex')
  return keccak256(concat([PURPOSE, secret]))
}
