import type { SigningKey } from 'ethers'
import type { Account, RightId } from '../../../src/domain/ids.ts'
import { type Compact, claimKey, keyOf, signMessage } from '../sign.ts'
import { type World, ZERO } from '../world.ts'
import { inDays, PICK_UP, ZERO_HASH } from './scenes.ts'
import { wordOf } from './words-of.ts'

type Elsewhere = { chainId?: number; rights?: Account }
type Changes = Readonly<Record<string, unknown>>

/** A holder's signed offer: what `takeOffer` takes, ready but for the payment. */
export async function signOffer(
  world: World,
  right: RightId,
  given: {
    price?: bigint
    taker?: Account
    until?: number
    key?: SigningKey
    holder?: Account
    currency?: Account
    signed?: Changes
    elsewhere?: Elsewhere
  } = {},
) {
  const { price = 5_000n, taker = ZERO, holder = world.buyer, currency = ZERO } = given
  const until = given.until ?? (await inDays(world, 2))
  const { nonce } = await wordOf(world, right)
  const offer = { id: right, taker, price, until }
  const values = { ...offer, nonce, holder, currency, ...given.signed }
  const key = given.key ?? keyOf(world, holder)
  const signature = signMessage(world, key, 'Offer', values, given.elsewhere)
  const take = (from: Account, value: bigint, to: Account = from, as: string = signature.compact) =>
    world.call(from, 'takeOffer', [Object.values(offer), as, to], value)
  return { offer, signature, take }
}

/** A claim signed by a link's key: what `claim` takes, ready but for the payment. */
export async function signClaim(
  world: World,
  right: RightId,
  given: {
    word?: string
    recipient?: Account
    price?: bigint
    currency?: Account
    deadline?: number
    signed?: Changes
    elsewhere?: Elsewhere
  } = {},
) {
  const { word = 'link', recipient = world.other, price = 0n, currency = ZERO } = given
  const deadline = given.deadline ?? (await inDays(world, 1))
  const { nonce } = await wordOf(world, right)
  const values = { id: right, nonce, recipient, currency, price, deadline, ...given.signed }
  const signature = signMessage(world, claimKey(word), 'Claim', values, given.elsewhere)
  const claim = (from: Account, value = 0n, to: Account = recipient, as: Compact = signature) =>
    world.call(from, 'claim', [right, to, deadline, as.r, as.vs], value)
  return { signature, deadline, claim }
}

/** An issuer's signed acceptance: what `requestAccepted` takes. */
export async function signAcceptance(
  world: World,
  right: RightId,
  given: {
    way?: number
    commitment?: string
    fee?: bigint
    expiry?: number
    by?: Account
    key?: SigningKey
    holder?: Account
    currency?: Account
    signed?: Changes
  } = {},
) {
  const { way = PICK_UP, commitment = ZERO_HASH, fee = 0n, by = world.issuer } = given
  const { holder = world.buyer, currency = ZERO } = given
  const expiry = given.expiry ?? (await inDays(world, 1))
  const { nonce } = await wordOf(world, right)
  const acceptance = { id: right, way, commitment, fee, expiry }
  const values = { ...acceptance, nonce, holder, currency, ...given.signed }
  const signature = signMessage(world, given.key ?? keyOf(world, by), 'Acceptance', values)
  const request = (from: Account = holder, value = fee, as: string = signature.compact) =>
    world.call(from, 'requestAccepted', [[...Object.values(acceptance), by], as], value)
  return { acceptance, signature, request }
}

/** A holder's signature for the desk: what `redeem` takes. */
export async function signRedemption(
  world: World,
  right: RightId,
  given: {
    way?: number
    expiry?: number
    holder?: Account
    issuer?: Account
    key?: SigningKey
    signed?: Changes
  } = {},
) {
  const { way = PICK_UP, holder = world.buyer, issuer = world.issuer } = given
  const expiry = given.expiry ?? (await world.now()) + 300
  const { nonce } = await wordOf(world, right)
  const values = { id: right, nonce, holder, issuer, way, expiry, ...given.signed }
  const signature = signMessage(world, given.key ?? keyOf(world, holder), 'Redemption', values)
  const redeem = (from: Account = issuer, as: string = signature.compact) =>
    world.call(from, 'redeem', [right, way, expiry, as])
  return { signature, redeem }
}

/** A claim key's signature for the desk: what `handOverGift` takes. */
export async function signGiftHandOver(
  world: World,
  right: RightId,
  given: { word?: string; expiry?: number; issuer?: Account; signed?: Changes } = {},
) {
  const { word = 'link', issuer = world.issuer } = given
  const expiry = given.expiry ?? (await world.now()) + 300
  const { nonce } = await wordOf(world, right)
  const values = { id: right, nonce, issuer, expiry, ...given.signed }
  const signature = signMessage(world, claimKey(word), 'GiftHandOver', values)
  const handOver = (from: Account = issuer, as: Compact = signature) =>
    world.call(from, 'handOverGift', [right, expiry, as.r, as.vs])
  return { signature, handOver }
}

/** Both parties' signatures for a split: what `settle` takes. */
export async function signSettlement(
  world: World,
  right: RightId,
  given: {
    toHolder?: bigint
    held?: bigint
    expiry?: number
    holder?: Account
    currency?: Account
    signed?: Changes
  } = {},
) {
  const { toHolder = 5_000n, held = 12_000n, holder = world.buyer, currency = ZERO } = given
  const expiry = given.expiry ?? (await inDays(world, 1))
  const { nonce } = await wordOf(world, right)
  const split = { toHolder, toIssuer: held - toHolder }
  const common = { id: right, nonce, holder, issuer: world.issuer, currency, expiry }
  const values = { ...common, ...split, ...given.signed }
  const sign = (who: Account) => signMessage(world, keyOf(world, who), 'Settlement', values).compact
  const signatures = { byHolder: sign(holder), byIssuer: sign(world.issuer) }
  const settle = (from: Account, by: Partial<typeof signatures> = {}) => {
    const { byHolder, byIssuer } = { ...signatures, ...by }
    return world.call(from, 'settle', [right, toHolder, expiry, byHolder, byIssuer])
  }
  return { ...signatures, settle }
}
