import { concat, Signature, TypedDataEncoder, toBeHex, ZeroHash } from 'ethers'
import { rightsDigest, rightsDomain } from '../../../src/domain/typed-data.ts'
import type { ModelAuthorization, ModelPermit, ModelPurchase } from '../model/actions.ts'
import type { Signed } from '../model/signatures.ts'
import { authorizationNonce, signDigest } from '../sign.ts'
import { CHAIN_ID, type World } from '../world.ts'
import type { Cast } from './cast.ts'

/** A signature as bytes, and as r and vs. */
export type SignatureBytes = { bytes: string; r: string; vs: string }

const PARITY = 1n << 255n

/** Makes the signature that the model only talks about. */
export function signatureOf(world: World, cast: Cast, signed: Signed): SignatureBytes {
  const { signer, type, message, domain, form } = signed
  if (form === 'empty') return { bytes: '0x', r: ZeroHash, vs: ZeroHash }
  const values = Object.fromEntries(
    Object.entries(message).map(([field, value]) => [
      field,
      typeof value === 'string' ? cast.value(value) : value,
    ]),
  )
  const chainId = domain === 'other-chain' ? CHAIN_ID + 1 : CHAIN_ID
  const at = domain === 'other-contract' ? world.lens.at : world.rights.at
  const digest = rightsDigest(rightsDomain(chainId, at), type, values)
  const { r, vs, compact } = signDigest(cast.keyOf(signer), digest)
  if (form === 'compact') return { bytes: compact, r, vs }
  if (form === 'long') return { bytes: Signature.from(compact).serialized, r: vs, vs: r }
  const flipped = toBeHex(BigInt(vs) ^ PARITY, 32)
  return { bytes: concat([r, flipped]), r, vs: flipped }
}

/** A purchase as the ABI takes it. */
export function purchaseTuple(cast: Cast, purchase: ModelPurchase) {
  const { series, quantity, to, contributor, until, claimKeys } = purchase
  const keys = claimKeys.map((key) => cast.account(key))
  const people = [cast.account(to), cast.account(contributor)] as const
  return [cast.seriesId(series), quantity, ...people, until, keys] as const
}

/** An ERC-2612 permit as the ABI takes it. */
export function permitTuple(cast: Cast, permit: ModelPermit) {
  const { signed, value, deadline } = permit
  const digest = TypedDataEncoder.hash(
    coinDomain(cast),
    {
      Permit: fields('owner:address spender:address value:uint256 nonce:uint256 deadline:uint256'),
    },
    {
      owner: cast.account(signed.signer),
      spender: cast.account(signed.spender),
      value: signed.value,
      nonce: signed.nonce,
      deadline: signed.deadline,
    },
  )
  const { v, r, s } = Signature.from(cast.keyOf(signed.signer).sign(digest))
  return [value, deadline, v, r, s] as const
}

/** An EIP-3009 authorization as the ABI takes it. */
export function authorizationTuple(world: World, cast: Cast, authorization: ModelAuthorization) {
  const { payer, validAfter, validBefore, salt, signed } = authorization
  const nonce = authorizationNonce(
    world,
    purchaseTuple(cast, signed.purchase),
    toBeHex(signed.salt, 32),
  )
  const digest = TypedDataEncoder.hash(
    coinDomain(cast),
    {
      ReceiveWithAuthorization: fields(
        'from:address to:address value:uint256 validAfter:uint256 validBefore:uint256 nonce:bytes32',
      ),
    },
    {
      from: cast.account(signed.payer),
      to: world.rights.at,
      value: signed.amount,
      validAfter: signed.validAfter,
      validBefore: signed.validBefore,
      nonce,
    },
  )
  const { v, r, s } = Signature.from(cast.keyOf(signed.signer).sign(digest))
  return [cast.account(payer), validAfter, validBefore, toBeHex(salt, 32), v, r, s] as const
}

/** The EIP-712 fields of a text like `owner:address value:uint256`. */
function fields(pairs: string) {
  return pairs.split(' ').map((pair) => {
    const [name = '', type = ''] = pair.split(':')
    return { name, type }
  })
}

function coinDomain(cast: Cast) {
  const verifyingContract = cast.account('usd')
  return { name: 'USD Coin (test)', version: '1', chainId: CHAIN_ID, verifyingContract }
}
