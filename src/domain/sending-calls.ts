import { ZeroAddress } from 'ethers'
import { claimKey, signByClaimKey } from './claim-key.ts'
import type { Account, DealId, RightId } from './ids.ts'
import { packPrice } from './price.ts'
import { type RightsCall, rightsCall } from './rights-calls.ts'
import { rightsDomain } from './typed-data.ts'

/** Reserves a right for whoever has the secret. @throws RangeError for a price that cannot be kept exactly */
export function sendCall(
  rights: Account,
  input: { right: RightId; secret: string; price: bigint | null; until: number },
  reference?: DealId,
): RightsCall {
  const { right, secret, price, until } = input
  const packed = packPrice(price ?? 0n)
  if (packed === null) throw new RangeError('price does not fit')
  return rightsCall(rights, 'send', [right, claimKey(secret), packed, until], { reference })
}

/** What a claim and a hand-over of a gift are signed about. */
export type SentRight = { chainId: number; rights: Account; right: RightId; nonce: number }

/** Gives a sent right to its recipient; signed here with the claim key. Anyone may submit it. */
export function claimCall(
  input: SentRight & {
    secret: string
    recipient: Account
    price: bigint | null
    currency: Account | null
    deadline: number
  },
  reference?: DealId,
): RightsCall {
  const { chainId, rights, right, nonce, secret, recipient, currency, deadline } = input
  const price = input.price ?? 0n
  const { r, vs } = signByClaimKey(secret, {
    domain: rightsDomain(chainId, rights),
    message: 'Claim',
    values: {
      id: right,
      nonce: `${nonce}`,
      recipient,
      currency: currency ?? ZeroAddress,
      price: `${price}`,
      deadline: `${deadline}`,
    },
  })
  const value = currency === null ? price : 0n
  return rightsCall(rights, 'claim', [right, recipient, deadline, r, vs], { value, reference })
}

/** Burns a sent gift at the issuer's desk, for a recipient without a wallet. The issuer's or staff's to submit. */
export function handOverGiftCall(
  input: SentRight & { secret: string; issuer: Account; expiry: number },
  reference?: DealId,
): RightsCall {
  const { chainId, rights, right, nonce, secret, issuer, expiry } = input
  const { r, vs } = signByClaimKey(secret, {
    domain: rightsDomain(chainId, rights),
    message: 'GiftHandOver',
    values: { id: right, nonce: `${nonce}`, issuer, expiry: `${expiry}` },
  })
  return rightsCall(rights, 'handOverGift', [right, expiry, r, vs], { reference })
}
