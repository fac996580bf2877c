import { computeAddress, ZeroAddress } from 'ethers'
import type { Account, RightId } from '../../../src/domain/ids.ts'
import { claimKey, keyOf, signMessage } from '../../contracts/sign.ts'
import type { GasByOperation } from './gas-result.ts'
import { DAY, PACKED, PRICE, type Scene, type Shelf, UNTIL } from './scene.ts'

/** Transfer, resale, send and claim. */
export async function moveScenes(scene: Scene): Promise<GasByOperation> {
  const { gasOf, stranger, world } = scene
  const { buyer } = world
  const plain = await scene.shelf()
  const royal = await scene.shelf({ royaltyBps: 500 })
  const timed = await scene.shelf({ saleEndDay: DAY + 10, redeemByDay: DAY + 40 })
  const id = plain.right()
  return {
    transfer: await gasOf(buyer, 'transferFrom', [buyer, stranger(), id]),
    'transfer, first of 10': await firstOfTen(scene, plain),
    'list + take': await listAndTake(scene, plain.right(), buyer),
    'list + take, royalty': await listAndTake(scene, royal.right(), buyer),
    'list + take, redeem-by day': await listAndTake(scene, timed.right(), buyer),
    'list + take, royalty, last right': await lastOne(scene, royal),
    'signed offer taken': await takeOffer(scene, plain.right()),
    'send + claim, free': await sendAndClaim(scene, plain.right(), 0n),
    'send + claim, paid by the recipient': await sendAndClaim(scene, plain.right(), PRICE),
    'send + claim, free, submitted by a relayer': await sendAndClaim(
      scene,
      plain.right(),
      0n,
      true,
    ),
  }
}

async function firstOfTen({ gasOf, stranger }: Scene, { buy }: Shelf): Promise<number> {
  const holder = stranger()
  const { ids } = await buy(holder, 10)
  return gasOf(holder, 'transferFrom', [holder, stranger(), ids[0]])
}

async function lastOne(scene: Scene, shelf: Shelf): Promise<number> {
  const holder = scene.stranger()
  const { ids } = await shelf.buy(holder)
  return listAndTake(scene, ids[0] as RightId, holder)
}

async function listAndTake(scene: Scene, id: RightId, holder: Account): Promise<number> {
  const { gasOf, stranger } = scene
  const taker = stranger()
  const list = await gasOf(holder, 'list', [id, PACKED, ZeroAddress, UNTIL])
  const args = [id, await scene.nonceOf(id), PRICE, taker]
  return list + (await gasOf(taker, 'take', args, PRICE))
}

async function takeOffer({ gasOf, stranger, world }: Scene, id: RightId): Promise<number> {
  const [holder, taker] = [world.buyer, stranger()]
  const { compact } = signMessage(world, keyOf(world, holder), 'Offer', {
    ...{ id, nonce: 0, holder, taker: ZeroAddress, currency: ZeroAddress },
    ...{ price: PRICE, until: UNTIL },
  })
  const offer = [id, ZeroAddress, PRICE, UNTIL]
  return gasOf(taker, 'takeOffer', [offer, compact, taker], PRICE)
}

async function sendAndClaim(
  { gasOf, stranger, world }: Scene,
  id: RightId,
  price: bigint,
  isRelayed = false,
): Promise<number> {
  const key = claimKey('a link')
  const recipient = stranger()
  const args = [id, computeAddress(key), price === 0n ? 0 : PACKED, UNTIL]
  const send = await gasOf(world.buyer, 'send', args)
  const values = { id, nonce: 1, recipient, currency: ZeroAddress, price, deadline: UNTIL }
  const { r, vs } = signMessage(world, key, 'Claim', values)
  const from = isRelayed ? world.stranger : recipient
  return send + (await gasOf(from, 'claim', [id, recipient, UNTIL, r, vs], price))
}
