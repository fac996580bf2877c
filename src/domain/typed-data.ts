import { TypedDataEncoder, type TypedDataField } from 'ethers'
import type { Account } from './ids.ts'

/** Builds the field list of one EIP-712 message from `name: type` pairs. */
const fields = (pairs: Readonly<Record<string, string>>): TypedDataField[] =>
  Object.entries(pairs).map(([name, type]) => ({ name, type }))

const uint = 'uint256'

/**
 * The messages about a right that the contract takes a signature for (EIP-712). Nonce, holder, issuer and currency are those
 * that count when the signature is used, so any change of the right ends it. Currency zero is the chain's own coin.
 */
export const rightsMessages = {
  /** By the holder: sells the right to the taker (zero: to anyone), before `until`. */
  Offer: fields({
    id: uint,
    nonce: uint,
    holder: 'address',
    taker: 'address',
    currency: 'address',
    price: uint,
    until: uint,
  }),
  /** By the claim key: the sent right goes to the recipient. */
  Claim: fields({
    id: uint,
    nonce: uint,
    recipient: 'address',
    currency: 'address',
    price: uint,
    deadline: uint,
  }),
  /** By the claim key: the good of a sent gift was handed over at the issuer's desk. */
  GiftHandOver: fields({ id: uint, nonce: uint, issuer: 'address', expiry: uint }),
  /** By issuer or staff: a request on these conditions is accepted at once. */
  Acceptance: fields({
    id: uint,
    nonce: uint,
    holder: 'address',
    way: 'uint8',
    commitment: 'bytes32',
    currency: 'address',
    fee: uint,
    expiry: uint,
  }),
  /** By the holder, at the desk: the good is handed over now. */
  Redemption: fields({
    id: uint,
    nonce: uint,
    holder: 'address',
    issuer: 'address',
    way: 'uint8',
    expiry: uint,
  }),
  /** By holder and issuer: how a disputed escrow is divided. */
  Settlement: fields({
    id: uint,
    nonce: uint,
    holder: 'address',
    issuer: 'address',
    currency: 'address',
    toHolder: uint,
    toIssuer: uint,
    expiry: uint,
  }),
} as const

/** One of the messages. */
export type RightsMessage = keyof typeof rightsMessages

/** What binds a signature to one chain and one contract. */
export function rightsDomain(chainId: number, rights: Account) {
  return { name: 'Rights', version: '1', chainId, verifyingContract: rights }
}

/** A message about a right, ready to be signed. Values are decimal text or hex. */
export type TypedMessage = {
  domain: ReturnType<typeof rightsDomain>
  message: RightsMessage
  values: Readonly<Record<string, string>>
}

/** The JSON that `eth_signTypedData_v4` takes. */
export function typedDataJson({ domain, message, values }: TypedMessage): string {
  const types = { [message]: [...rightsMessages[message]] }
  return JSON.stringify(TypedDataEncoder.getPayload(domain, types, values))
}

/** The 32 bytes that are signed. */
export function rightsDigest(
  domain: ReturnType<typeof rightsDomain>,
  message: RightsMessage,
  values: Readonly<Record<string, unknown>>,
): string {
  return TypedDataEncoder.hash(domain, { [message]: [...rightsMessages[message]] }, values)
}
