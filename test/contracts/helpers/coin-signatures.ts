import { Signature, TypedDataEncoder } from 'ethers'
import type { Account, SeriesId } from '../../../src/domain/ids.ts'
import { authorizationNonce, keyOf } from '../sign.ts'
import { CHAIN_ID, type World } from '../world.ts'
import type { purchaseOf } from './purchase.ts'
import { inDays } from './scenes.ts'

const uint = 'uint256'
const types = {
  Permit: { owner: 'address', spender: 'address', value: uint, nonce: uint, deadline: uint },
  ReceiveWithAuthorization: authorization(),
  TransferWithAuthorization: authorization(),
  CancelAuthorization: { authorizer: 'address', nonce: 'bytes32' },
} as const

function authorization() {
  return {
    from: 'address',
    to: 'address',
    value: uint,
    validAfter: uint,
    validBefore: uint,
    nonce: 'bytes32',
  } as const
}

/** Signs a message of the test coin. */
export function signForCoin(
  world: World,
  signer: Account,
  message: keyof typeof types,
  values: Readonly<Record<string, unknown>>,
) {
  const domain = {
    name: 'USD Coin (test)',
    version: '1',
    chainId: CHAIN_ID,
    verifyingContract: world.coin.at,
  }
  const fields = Object.entries(types[message]).map(([name, type]) => ({ name, type }))
  const digest = TypedDataEncoder.hash(domain, { [message]: fields }, values)
  const { v, r, s } = Signature.from(keyOf(world, signer).sign(digest))
  return [v, r, s] as const
}

/** A `Permit` as the ABI takes it: lets `Rights` pull a value of the test coin. */
export async function signPermit(world: World, owner: Account, value: bigint) {
  const deadline = await inDays(world, 1)
  const [nonce] = await world.readOf(world.coin, 'nonces', [owner])
  const values = { owner, spender: world.rights.at, value, nonce, deadline }
  return [value, deadline, ...signForCoin(world, owner, 'Permit', values)] as const
}

/** Salt of an authorization, unless told otherwise. */
export const AUTHORIZATION_SALT = `0x${'77'.repeat(32)}`

/** An `Authorization` as the ABI takes it: pays for exactly one purchase in the test coin. */
export async function signAuthorization(
  world: World,
  purchase: ReturnType<typeof purchaseOf>,
  value: bigint,
  given: {
    payer?: Account
    signer?: Account
    message?: keyof typeof types
    validAfter?: number
  } = {},
) {
  const { payer = world.buyer, message = 'ReceiveWithAuthorization', validAfter = 0 } = given
  const validBefore = await inDays(world, 1)
  const nonce = authorizationNonce(world, purchase, AUTHORIZATION_SALT)
  const values = { from: payer, to: world.rights.at, value, validAfter, validBefore, nonce }
  const signature = signForCoin(world, given.signer ?? payer, message, values)
  return [payer, validAfter, validBefore, AUTHORIZATION_SALT, ...signature] as const
}

/** A series in the test coin, and a buyer with coins who has allowed nothing. */
export async function shopInCoin(world: World, terms: object = {}) {
  await world.callOn(world.deployer, world.coin, 'mint', [world.buyer, 100_000_000n])
  const given = { currency: world.coin.at, price: 12_000_000n, ...terms }
  return (await world.publish({ terms: given })) as { series: SeriesId }
}
