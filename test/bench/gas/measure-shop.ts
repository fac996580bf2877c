import assert from 'node:assert/strict'
import { Interface } from 'ethers'
import type { Call, Evm } from './evm.ts'
import type { Operation } from './gas-result.ts'
import { PRICE } from './peer-list.ts'

/** A deployed peer that is ready to sell. */
export type Shop = {
  at: string
  seller: string
  firstId: bigint
  buy(from: string, quantity: number): Call
  burn(from: string, id: bigint): Call
}

const token = new Interface([
  'function transferFrom(address from, address to, uint256 id)',
  'function balanceOf(address) view returns (uint256)',
])

/**
 * Plays the same scenes on every peer: holders and receivers never had the token, whoever gives one away keeps one, and an
 * earlier sale and an earlier burn by somebody else have warmed the counters. Checks that the seller was paid each time.
 */
export async function measureShop(evm: Evm, shop: Shop): Promise<Record<Operation, number>> {
  const [earlier, ben, ida, tom, friend, stranger] = evm.accounts.slice(-6) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  let nextId = shop.firstId

  async function buy(from: string, quantity: number) {
    const id = nextId
    const before = await evm.balance(shop.seller)
    const gas = await evm.gasOf(shop.buy(from, quantity))
    assert.equal((await evm.balance(shop.seller)) - before, PRICE * BigInt(quantity))
    nextId += BigInt(quantity)
    return { id, gas }
  }

  async function transfer(from: string, to: string, id: bigint) {
    assert.equal(await held(to), 0n)
    const data = token.encodeFunctionData('transferFrom', [from, to, id])
    const gas = await evm.gasOf({ from, to: shop.at, data })
    assert.equal(await held(to), 1n)
    assert.ok((await held(from)) > 0n)
    return gas
  }

  async function burn(from: string, id: bigint) {
    const before = await held(from)
    const gas = await evm.gasOf(shop.burn(from, id))
    assert.equal(await held(from), before - 1n)
    return gas
  }

  const held = (account: string) =>
    evm.read(shop.at, token.encodeFunctionData('balanceOf', [account]))

  const { id: used } = await buy(earlier, 1)
  await buy(earlier, 1)
  await burn(earlier, used)

  const one = await buy(ben, 1)
  const tenOfIda = await buy(ida, 10)
  const tenOfTom = await buy(tom, 10)
  const another = await buy(ben, 1)
  await buy(ben, 1)
  return {
    'buy 1': one.gas,
    'buy 10': tenOfIda.gas,
    transfer: await transfer(ben, friend, one.id),
    'transfer, first of 10': await transfer(ida, stranger, tenOfIda.id),
    burn: await burn(ben, another.id),
    'burn, first of 10': await burn(tom, tenOfTom.id),
  }
}
