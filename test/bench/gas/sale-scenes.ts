import { id as hashOf, ZeroAddress } from 'ethers'
import { authorizationNonce, keyOf } from '../../contracts/sign.ts'
import { CHAIN_ID, tea } from '../../contracts/world.ts'
import type { GasByOperation } from './gas-result.ts'
import { DAY, NOW, type Scene, UNTIL } from './scene.ts'
import { signCoinMessage } from './sign-coin-message.ts'

/** Escrow as it has to be: with a redeem-by day. */
export const escrow = { payout: 'escrow', saleEndDay: DAY + 10, redeemByDay: DAY + 40 } as const
const COIN_PRICE = 12_000_000n

/** Publishing and buying. */
export async function saleScenes(scene: Scene): Promise<GasByOperation> {
  const { stranger, world } = scene
  const plain = await scene.shelf()
  const one = await plain.buy(stranger())
  const ten = await plain.buy(stranger(), 10)
  const eleven = await plain.buy(stranger(), 11)
  const held = await scene.shelf(escrow)
  const inEscrow = await held.buy(stranger())
  return {
    'publish, 600 bytes of data': await publishGas(scene, 600),
    'buy 1': one.gas,
    'buy 10': ten.gas,
    'buy, each further right': eleven.gas - ten.gas,
    'buy 1, escrow': inEscrow.gas,
    ...(await coinScenes(scene)),
    'buy 1, for a friend, through a contributor': (
      await world.call(
        world.buyer,
        'buy',
        [[await sharing(scene), 1, stranger(), stranger(), 0, []]],
        10n ** 16n,
      )
    ).gasUsed,
  }
}

/** The series data of so many bytes in all: four fields, name, description and the picture's address. */
async function publishGas({ world }: Scene, bytes: number): Promise<number> {
  const texts = [tea.productNumber, tea.specification, tea.production, tea.name, tea.pictureUrl]
  const used = texts.reduce((sum, text) => sum + (text ?? '').length, 0)
  const goods = { ...tea, description: 'x'.repeat(bytes - used) }
  return (await world.publish({ salt: hashOf('data'), goods })).receipt.gasUsed
}

async function sharing({ world }: Scene) {
  const terms = { price: 10n ** 16n, shareBps: 500 }
  return (await world.publish({ salt: hashOf('share'), terms })).series
}

async function coinScenes({ world, stranger }: Scene): Promise<GasByOperation> {
  const { coin, rights } = world
  const { series, terms } = await world.publish({
    salt: hashOf('coin'),
    terms: { currency: coin.at, price: COIN_PRICE },
  })
  const [earlier, allowed, signed] = [world.other, stranger(), stranger()] as const
  for (const who of [earlier, allowed, signed]) {
    await world.callOn(who, coin, 'mint', [who, 100n * COIN_PRICE])
    await world.callOn(who, coin, 'approve', [rights.at, 10n * COIN_PRICE])
  }
  await world.buy(series, terms, { from: earlier })

  const purchase = [series, 1, signed, ZeroAddress, 0, []]
  const salt = hashOf('salt')
  const { v, r, s } = signCoinMessage(keyOf(world, signed), CHAIN_ID, coin.at, {
    from: signed,
    to: rights.at,
    value: COIN_PRICE,
    validAfter: NOW - 60,
    validBefore: UNTIL,
    nonce: authorizationNonce(world, purchase, salt),
  })
  const authorization = [signed, NOW - 60, UNTIL, salt, v, r, s]
  return {
    'buy 1, coin': (await world.buy(series, terms, { from: allowed })).gasUsed,
    'buy 1, coin by EIP-3009': (
      await world.call(world.stranger, 'buyWithAuthorization', [purchase, authorization])
    ).gasUsed,
  }
}
