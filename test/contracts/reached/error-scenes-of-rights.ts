import { answerTo, callBack, publishAs, puppetThat } from '../helpers/accounts-with-code.ts'
import { peopleOf } from '../helpers/people.ts'
import {
  datedTerms,
  dispute,
  fund,
  list,
  SOME_HASH,
  sendRight,
  ship,
  soldForCoin,
  soldForDelivery,
  soldInEscrow,
} from '../helpers/scenes.ts'
import { signClaim, signGiftHandOver, signOffer } from '../helpers/signed.ts'
import { setNonce } from '../helpers/words-of.ts'
import { Failure, SECRET, type World, ZERO } from '../world.ts'
import type { Scene } from './error-scenes-of-series.ts'
import type { RightsErrorName } from './rights-error-name.ts'

const soldTo = async (world: World) => (await world.sold()).right

/** The shortest scene for each error of rights that exist. */
export const errorScenesOfRights = {
  ClaimKeyMissing: async (world) =>
    world.call(world.buyer, 'send', [await soldTo(world), ZERO, 0, 0]),
  CoinRefused: async (world) => {
    const { series, terms } = await soldForCoin(world)
    await fund(world, world.buyer, 0n)
    await world.buy(series, terms)
  },
  DeadlineAhead: async (world) => {
    const { right } = await soldForDelivery(world)
    await ship(world, right)
    await world.call(world.stranger, 'complete', [right])
  },
  DeadlinePassed: async (world) => {
    const { right } = await soldInEscrow(world)
    const { blockTime } = await ship(world, right)
    await world.goTo(blockTime + 21 * 86_400)
    await world.call(world.buyer, 'dispute', [right, SOME_HASH])
  },
  ERC721IncorrectOwner: async (world) => {
    const right = await soldTo(world)
    await world.call(world.buyer, 'transferFrom', [world.other, world.buyer, right])
  },
  ERC721InsufficientApproval: async (world) => {
    const right = await soldTo(world)
    await world.call(world.other, 'transferFrom', [world.buyer, world.other, right])
  },
  ERC721InvalidApprover: async (world) =>
    world.call(world.other, 'approve', [world.other, await soldTo(world)]),
  ERC721InvalidOperator: (world) => world.call(world.buyer, 'setApprovalForAll', [ZERO, true]),
  ERC721InvalidOwner: (world) => world.read('balanceOf', ZERO),
  ERC721NonexistentToken: (world) => world.read('ownerOf', 7n),
  NonceExhausted: async (world) => {
    const right = await soldTo(world)
    await setNonce(world, right, 2 ** 23 - 1)
    await (await signOffer(world, right)).take(world.other, 5_000n)
  },
  NonceStale: async (world) => {
    const right = await soldTo(world)
    await list(world, right)
    await world.call(world.other, 'take', [right, 0, 5_000, world.other], 5_000n)
  },
  NotAGift: async (world) => {
    const right = await soldTo(world)
    await sendRight(world, right, { price: 5n })
    await (await signGiftHandOver(world, right)).handOver()
  },
  NotArbiter: async (world) => world.call(world.stranger, 'rule', [await soldTo(world), 0]),
  NotDesk: async (world) => world.call(world.buyer, 'accept', [await soldTo(world), 0]),
  NotHolder: async (world) => world.call(world.other, 'cancel', [await soldTo(world)]),
  NotInEscrow: async (world) => {
    const { right } = await soldForDelivery(world)
    await ship(world, right)
    await world.call(world.buyer, 'dispute', [right, SOME_HASH])
  },
  NotLapsed: async (world) => world.call(world.stranger, 'lapse', [await soldTo(world)]),
  NotRefundable: async (world) => world.call(world.buyer, 'refund', [await soldTo(world)]),
  NotTaker: async (world) => {
    const right = await soldTo(world)
    await list(world, right, { taker: world.other })
    await world.call(world.stranger, 'take', [right, 1, 5_000, world.stranger], 5_000n)
  },
  NothingToWithdraw: (world) => world.call(world.stranger, 'withdraw', [ZERO, world.issuer]),
  PastRedeemBy: async (world) => {
    const dated = await datedTerms(world)
    const { right } = await world.sold(dated)
    await world.goTo(dated.redeemByDay * 86_400)
    await world.request(right)
  },
  PayeeRefused: async (world) => {
    const puppet = await puppetThat(world, 'refuse')
    const { series, terms } = await publishAs(world, puppet)
    await world.buy(series, terms)
    await world.call(world.stranger, 'withdraw', [ZERO, puppet.at])
  },
  PriceAboveMaximum: async (world) => {
    const right = await soldTo(world)
    await list(world, right)
    await world.call(world.other, 'take', [right, 1, 4_999, world.other], 5_000n)
  },
  Reentered: async (world) => {
    const { series, terms } = await world.publish()
    const puppet = await puppetThat(world, 'accept')
    await callBack(world, puppet, 'buyRight', [series])
    await world.buy(series, terms, { recipient: puppet.at })
    // It came back to the one who called back.
    throw new Failure((await answerTo(world, puppet)) ?? 'nothing', null)
  },
  RightLocked: async (world) => {
    const right = await soldTo(world)
    await sendRight(world, right)
    await world.call(world.buyer, 'approve', [world.other, right])
  },
  SecretWrong: async (world) => {
    const right = await soldTo(world)
    await world.request(right)
    await world.call(world.stranger, 'handOver', [1n, right])
  },
  SignatureExpired: async (world) => {
    const right = await soldTo(world)
    await sendRight(world, right)
    await (await signClaim(world, right, { deadline: 1 })).claim(world.stranger)
  },
  SignatureInvalid: async (world) => {
    const right = await soldTo(world)
    await sendRight(world, right)
    await (await signClaim(world, right, { word: 'another' })).claim(world.stranger)
  },
  SplitOutOfBounds: async (world) => {
    const { right } = await soldInEscrow(world)
    await dispute(world, right)
    await world.call(peopleOf(world).arbiter, 'rule', [right, 12_001])
  },
  UntilOutOfBounds: async (world) =>
    world.call(world.buyer, 'list', [await soldTo(world), 1, ZERO, 0]),
  WayNotOffered: async (world) => world.request(await soldTo(world), world.buyer, 'delivery'),
  WrongState: async (world) =>
    world.call(world.stranger, 'handOver', [SECRET, await soldTo(world)]),
} as const satisfies Partial<Record<RightsErrorName, Scene>>
