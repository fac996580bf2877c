import { AbiCoder, HDNodeWallet, keccak256, Mnemonic, Signature, SigningKey } from 'ethers'
import type { Account } from '../../src/domain/ids.ts'
import { type RightsMessage, rightsDigest, rightsDomain } from '../../src/domain/typed-data.ts'
import { CHAIN_ID, type World } from './world.ts'

const PHRASE = 'test test test test test test test test test test test junk'

const root = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(PHRASE), "m/44'/60'/0'/0")
const keys = new Map<string, SigningKey>()

/** The key of one of the chain's usual accounts. */
export function keyOf(world: Pick<World, 'accounts'>, account: Account): SigningKey {
  const known = keys.get(account)
  if (known !== undefined) return known
  const place = world.accounts.indexOf(account)
  if (place < 0) throw new Error(`${account} is none of the chain's accounts`)
  const key = root.deriveChild(place).signingKey
  keys.set(account, key)
  return key
}

/** A claim key made of a word, always the same. */
export function claimKey(word: string): SigningKey {
  return new SigningKey(keccak256(new TextEncoder().encode(word)))
}

/** A signature in the one form that the contract takes: r and vs, and both in a row. */
export type Compact = { r: string; vs: string; compact: string }

/** Signs 32 bytes. */
export function signDigest(key: SigningKey, digest: string): Compact {
  const { r, yParityAndS: vs, compactSerialized: compact } = Signature.from(key.sign(digest))
  return { r, vs, compact }
}

/** Signs a message about a right, for this world's contract and chain unless told otherwise. */
export function signMessage(
  world: Pick<World, 'rights'>,
  key: SigningKey,
  message: RightsMessage,
  values: Readonly<Record<string, unknown>>,
  given: { chainId?: number; rights?: Account } = {},
): Compact {
  const domain = rightsDomain(given.chainId ?? CHAIN_ID, given.rights ?? world.rights.at)
  return signDigest(key, rightsDigest(domain, message, values))
}

/** The ABI type of a purchase. */
export const PURCHASE_ABI = 'tuple(bytes24,uint256,address,address,uint256,address[])'

/** The EIP-3009 nonce that binds an authorization to exactly this purchase. */
export function authorizationNonce(
  world: Pick<World, 'rights'>,
  purchase: readonly unknown[],
  salt: string,
  chainId = CHAIN_ID,
): string {
  return keccak256(
    AbiCoder.defaultAbiCoder().encode(
      ['uint256', 'address', PURCHASE_ABI, 'bytes32'],
      [chainId, world.rights.at, purchase, salt],
    ),
  )
}
