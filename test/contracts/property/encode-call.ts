import { keccak256, toBeHex } from 'ethers'
import { goodsToTuple } from '../../../src/domain/goods.ts'
import type { Call, ModelPublication } from '../model/actions.ts'
import type { World } from '../world.ts'
import { type Cast, goodsOf, saltOf, secretOf, termsTuple } from './cast.ts'
import { authorizationTuple, permitTuple, purchaseTuple, signatureOf } from './sign-action.ts'

const SOME_HASH = keccak256(toBeHex(1))

/** The bytes of a call to the contract. */
export function encodeCall(world: World, cast: Cast, call: Call): string {
  const { name, args } = argsOf(world, cast, call)
  return world.rights.encode(name ?? call.fn, args)
}

function argsOf(world: World, cast: Cast, call: Call): { name?: string; args: unknown[] } {
  const id = 'right' in call ? cast.rightId(call.right) : 0n
  const sign = (signed: Parameters<typeof signatureOf>[2]) => signatureOf(world, cast, signed)
  switch (call.fn) {
    case 'publish':
      return { args: publicationTuple(cast, call) }
    case 'publishMany':
      return { args: [call.publications.map((each) => publicationTuple(cast, each))] }
    case 'close':
    case 'buyRight':
      return { args: [cast.seriesId(call.series)] }
    case 'raiseLimit':
      return { args: [cast.seriesId(call.series), call.limit] }
    case 'extend':
      return { args: [cast.seriesId(call.series), call.redeemByDay] }
    case 'setStaff':
      return { args: [cast.account(call.account), call.isStaff] }
    case 'buy':
      return { args: [purchaseTuple(cast, call.purchase)] }
    case 'buyWithPermit':
      return { args: [purchaseTuple(cast, call.purchase), permitTuple(cast, call.permit)] }
    case 'buyWithAuthorization': {
      const authorization = authorizationTuple(world, cast, call.authorization)
      return { args: [purchaseTuple(cast, call.purchase), authorization] }
    }
    case 'list':
      return { args: [id, call.price, cast.account(call.taker), call.until] }
    case 'take':
      return { args: [id, call.nonce, call.maxPrice, cast.account(call.to)] }
    case 'takeOffer': {
      const { right, taker, price, until } = call.offer
      const offer = [cast.rightId(right), cast.account(taker), price, until]
      return { args: [offer, sign(call.signed).bytes, cast.account(call.to)] }
    }
    case 'send':
      return { args: [id, cast.account(call.claimKey), call.price, call.until] }
    case 'sendMany': {
      const ids = call.rights.map((right) => cast.rightId(right))
      const keys = call.claimKeys.map((key) => cast.account(key))
      return { args: [ids, keys, call.price, call.until] }
    }
    case 'claim': {
      const { r, vs } = sign(call.signed)
      const first = call.signed.form === 'empty' ? toBeHex(call.maximum ?? 0n, 32) : r
      return { args: [id, cast.account(call.recipient), call.deadline, first, vs] }
    }
    case 'handOverGift': {
      const { r, vs } = sign(call.signed)
      return { args: [id, call.expiry, r, vs] }
    }
    case 'request':
      return { args: [id, call.way, cast.value(call.commitment)] }
    case 'requestMany': {
      const ids = call.rights.map((right) => cast.rightId(right))
      return { args: [ids, call.way, call.commitments.map((each) => cast.value(each))] }
    }
    case 'requestAccepted': {
      const { right, way, commitment, fee, expiry, by } = call.acceptance
      const acceptance = [cast.rightId(right), way, cast.value(commitment), fee, expiry]
      return { args: [[...acceptance, cast.account(by)], sign(call.signed).bytes] }
    }
    case 'accept':
      return { args: [id, call.handOverBy] }
    case 'refuse':
      return { args: [id, call.reason] }
    case 'ship':
    case 'dispute':
      return { args: [id, SOME_HASH] }
    case 'handOver':
      return { args: [secretOf(call.secret), id] }
    case 'handOverMany':
      return { args: [secretOf(call.secret), call.rights.map((right) => cast.rightId(right))] }
    case 'redeem':
      return { args: [id, call.way, call.expiry, sign(call.signed).bytes] }
    case 'rule':
      return { args: [id, call.toHolder] }
    case 'settle': {
      const signatures = [sign(call.byHolder).bytes, sign(call.byIssuer).bytes]
      return { args: [id, call.toHolder, call.expiry, ...signatures] }
    }
    case 'withdraw':
      return { args: [cast.account(call.currency), cast.account(call.owner)] }
    case 'withdrawTo':
      return { args: [cast.account(call.currency), cast.account(call.to)] }
    case 'transferFrom':
      return { args: [cast.account(call.from), cast.account(call.to), id] }
    case 'safeTransferFrom':
      return safeTransfer(call.note, [cast.account(call.from), cast.account(call.to), id])
    case 'approve':
      return { args: [cast.account(call.to), id] }
    case 'setApprovalForAll':
      return { args: [cast.account(call.operator), call.approved] }
    default:
      return { args: [id] }
  }
}

function safeTransfer(note: boolean, args: unknown[]) {
  return note
    ? { name: 'safeTransferFrom(address,address,uint256,bytes)', args: [...args, '0x1234'] }
    : { name: 'safeTransferFrom(address,address,uint256)', args }
}

function publicationTuple(cast: Cast, publication: ModelPublication): unknown[] {
  const { terms, goods, limit } = publication
  return [termsTuple(cast, terms), goodsToTuple(goodsOf(goods)), limit, saltOf(publication)]
}
