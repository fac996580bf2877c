import { ZeroHash } from 'ethers'
import type { Account, RightId } from '../../../src/domain/ids.ts'
import { keyOf, signMessage } from '../../contracts/sign.ts'
import { SECRET } from '../../contracts/world.ts'
import type { GasByOperation } from './gas-result.ts'
import { escrow } from './sale-scenes.ts'
import { NOW, type Scene, type Shelf } from './scene.ts'

/** Getting the good. `burn` is the holder's own confirmation, which needs no more than a peer's burn. */
export async function redemptionScenes(scene: Scene): Promise<GasByOperation> {
  const { gasOf, world } = scene
  const { buyer, issuer } = world
  const plain = await scene.shelf()
  const held = await scene.shelf(escrow)
  const [bare, asked] = [plain.right(), plain.right()]
  const found: GasByOperation = {
    'request, no commitment': await gasOf(buyer, 'request', [bare, 0, ZeroHash]),
    burn: await gasOf(buyer, 'confirm', [bare]),
    'burn, first of 10': await firstOfTen(scene, plain),
    request: await request(scene, asked, buyer),
    accept: await gasOf(issuer, 'accept', [asked, 0]),
    'hand over and burn': await gasOf(issuer, 'handOver', [SECRET, asked]),
    'hand over and burn, escrow': await handOver(scene, held.right(), buyer),
    'hand over and burn, last right': await lastOne(scene, plain),
    'hand over and burn, escrow, last right': await lastOne(scene, held),
  }
  return {
    ...found,
    'redeem at the desk by signature': await desk(scene, plain.right()),
    'redeem at the desk by signature, escrow': await desk(scene, held.right()),
  }
}

const request = ({ gasOf, world }: Scene, id: RightId, holder: Account) =>
  gasOf(holder, 'request', [id, 0, world.commitTo(id, holder)])

async function handOver(scene: Scene, id: RightId, holder: Account): Promise<number> {
  await request(scene, id, holder)
  return scene.gasOf(scene.world.issuer, 'handOver', [SECRET, id])
}

async function lastOne(scene: Scene, { buy }: Shelf): Promise<number> {
  const holder = scene.stranger()
  const { ids } = await buy(holder)
  return handOver(scene, ids[0] as RightId, holder)
}

async function firstOfTen({ gasOf, stranger }: Scene, { buy }: Shelf): Promise<number> {
  const holder = stranger()
  const { ids } = await buy(holder, 10)
  await gasOf(holder, 'request', [ids[0], 0, ZeroHash])
  return gasOf(holder, 'confirm', [ids[0]])
}

async function desk({ gasOf, world }: Scene, id: RightId): Promise<number> {
  const { buyer: holder, issuer } = world
  const expiry = NOW + 400
  const values = { id, nonce: 0, holder, issuer, way: 0, expiry }
  const { compact } = signMessage(world, keyOf(world, holder), 'Redemption', values)
  return gasOf(issuer, 'redeem', [id, 0, expiry, compact])
}
