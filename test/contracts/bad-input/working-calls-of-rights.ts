import type { RightId } from '../../../src/domain/ids.ts'
import type { Terms } from '../../../src/domain/terms.ts'
import { peopleOf } from '../helpers/people.ts'
import {
  datedTerms,
  dispute,
  escrowTerms,
  inDays,
  keyAccount,
  list,
  packed,
  SOME_HASH,
  sendRight,
  ship,
} from '../helpers/scenes.ts'
import {
  signAcceptance,
  signClaim,
  signGiftHandOver,
  signOffer,
  signRedemption,
  signSettlement,
} from '../helpers/signed.ts'
import { SECRET, type World } from '../world.ts'
import type { Preparation, WorkingCall } from './working-call.ts'

/** A call about a right of an escrow series with both ways, after what brings it there. */
const about =
  (
    argsOf: (world: World, right: RightId) => unknown[] | Promise<unknown[]>,
    given: {
      bring?: (world: World, right: RightId) => Promise<unknown>
      from?: 'buyer' | 'issuer' | 'other' | 'stranger'
      value?: bigint
      terms?: (world: World) => Promise<Partial<Terms>>
    } = {},
  ): Preparation =>
  async (world): Promise<WorkingCall> => {
    const { bring, from = 'buyer', value = 0n, terms = escrowTerms } = given
    const { right } = await world.sold(await terms(world))
    await bring?.(world, right)
    return { from: world[from], args: await argsOf(world, right), value, right }
  }

const accept = async (world: World, right: RightId) => {
  await world.request(right, world.buyer, 'delivery')
  await world.call(world.issuer, 'accept', [right, 0])
}
const onlyId = (_: World, right: RightId) => [right]
const transfer = (world: World, right: RightId) => [world.buyer, world.other, right]

/** Each function about a right, where it works. */
export const workingCallsOfRights: Record<string, Preparation> = {
  transferFrom: about(transfer),
  'safeTransferFrom(address,address,uint256)': about(transfer),
  'safeTransferFrom(address,address,uint256,bytes)': about((world, right) => [
    ...transfer(world, right),
    '0x1234',
  ]),
  approve: about((world, right) => [world.other, right]),
  list: about(async (world, right) => [right, packed(1n), world.other, await inDays(world, 1)]),
  unlist: about(onlyId, { bring: list }),
  take: about((world, right) => [right, 1, 5_000, world.other], {
    bring: list,
    from: 'other',
    value: 5_000n,
  }),
  takeOffer: about(
    async (world, right) => {
      const { offer, signature } = await signOffer(world, right)
      return [Object.values(offer), signature.compact, world.other]
    },
    { from: 'other', value: 5_000n },
  ),
  cancel: about(onlyId),
  send: about(async (world, right) => [right, keyAccount('link'), 0, await inDays(world, 1)]),
  sendMany: about(async (world, right) => [
    [right],
    [keyAccount('link')],
    0,
    await inDays(world, 1),
  ]),
  takeBack: about(onlyId, { bring: sendRight }),
  claim: about(
    async (world, right) => {
      const { signature, deadline } = await signClaim(world, right)
      return [right, world.other, deadline, signature.r, signature.vs]
    },
    { bring: sendRight, from: 'stranger' },
  ),
  handOverGift: about(
    async (world, right) => {
      const expiry = (await world.now()) + 300
      const { signature } = await signGiftHandOver(world, right, { expiry })
      return [right, expiry, signature.r, signature.vs]
    },
    { bring: sendRight, from: 'issuer' },
  ),
  request: about((_, right) => [right, 1, SOME_HASH]),
  requestMany: about((_, right) => [[right], 0, [SOME_HASH]]),
  requestAccepted: about(
    async (world, right) => {
      const { acceptance, signature } = await signAcceptance(world, right, { fee: 900n })
      return [[...Object.values(acceptance), world.issuer], signature.compact]
    },
    { value: 900n },
  ),
  withdrawRequest: about(onlyId, { bring: (world, right) => world.request(right) }),
  accept: about((_, right) => [right, 0], {
    bring: (world, right) => world.request(right),
    from: 'issuer',
  }),
  refuse: about((_, right) => [right, 255], {
    bring: (world, right) => world.request(right),
    from: 'issuer',
  }),
  ship: about((_, right) => [right, SOME_HASH], { bring: accept, from: 'issuer' }),
  confirm: about(onlyId, { bring: ship }),
  complete: about(onlyId, {
    bring: async (world, right) => {
      const { blockTime } = await ship(world, right)
      await world.goTo(blockTime + 21 * 86_400)
    },
    from: 'stranger',
  }),
  handOver: about((_, right) => [SECRET, right], {
    bring: (world, right) => world.request(right),
    from: 'stranger',
  }),
  handOverMany: about((_, right) => [SECRET, [right]], {
    bring: (world, right) => world.request(right),
    from: 'stranger',
  }),
  redeem: about(
    async (world, right) => {
      const expiry = (await world.now()) + 300
      const { signature } = await signRedemption(world, right, { expiry })
      return [right, 0, expiry, signature.compact]
    },
    { from: 'issuer' },
  ),
  dispute: about((_, right) => [right, SOME_HASH], { bring: ship }),
  rule: async (world) => {
    const call = await about((_, right) => [right, 1], { bring: dispute })(world)
    return { ...call, from: peopleOf(world).arbiter }
  },
  settle: about(
    async (world, right) => {
      const expiry = await inDays(world, 1)
      const { byHolder, byIssuer } = await signSettlement(world, right, { expiry })
      return [right, 5_000, expiry, byHolder, byIssuer]
    },
    { bring: dispute, from: 'stranger' },
  ),
  refund: about(onlyId, { from: 'issuer' }),
  lapse: async (world) => {
    const dated = await datedTerms(world)
    const call = await about(onlyId, { terms: async () => dated, from: 'stranger' })(world)
    await world.goTo(dated.redeemByDay * 86_400)
    return call
  },
}
