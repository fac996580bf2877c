import assert from 'node:assert/strict'
import { AbiCoder, concat, dataSlice, keccak256, toBeHex } from 'ethers'
import { rightsAddress } from '../../../src/chain/deployment.ts'
import type { SeriesId } from '../../../src/domain/ids.ts'
import { packRightId } from '../../../src/domain/right-id.ts'
import { publishCall } from '../../../src/domain/rights-calls.ts'
import { seriesId } from '../../../src/domain/series-id.ts'
import { buy, purchaseOf } from '../helpers/purchase.ts'
import { handOver, inDays, list, packed, SOME_HASH } from '../helpers/scenes.ts'
import { signOffer } from '../helpers/signed.ts'
import { seriesOf, wordOf } from '../helpers/words-of.ts'
import { refuses, refusesSomehow, worldTests } from '../helpers/world-tests.ts'
import { CHAIN_ID, SALT, tea, teaTerms, type World, ZERO } from '../world.ts'

const it = worldTests()

it('attack 23: a purchase of nothing, or of so many that the price wraps', async (world) => {
  const { series } = await world.publish({ terms: { price: 2n ** 26n * 10n ** 31n } })
  for (const quantity of [0n, 501n, 2n ** 125n, 2n ** 255n, 2n ** 256n - 1n]) {
    const buying = () => buy(world, purchaseOf(world, series, { quantity }), 0n)
    await refuses(world, buying, 'QuantityOutOfBounds', quantity)
  }
})

it('attack 23: the largest price times the largest quantity is what is due', async (world) => {
  const price = (2n ** 27n - 1n) * 10n ** 31n
  const { series } = await world.publish({ terms: { price, supply: 500 } })
  const buying = () => buy(world, purchaseOf(world, series, { quantity: 500 }), 1n)
  await refuses(world, buying, 'WrongValue', price * 500n, 1)
})

/** Pretends that so many were sold, in a series of the largest supply. */
async function nearlySoldOut(world: World, sold: number) {
  const { series, terms } = await world.publish({ terms: { supply: 2 ** 20 - 1 } })
  const coder = AbiCoder.defaultAbiCoder()
  const slot = keccak256(coder.encode(['bytes24', 'uint256'], [series, 2]))
  const word = BigInt(await world.ask('eth_getStorageAt', [world.rights.at, slot, 'latest']))
  const value = toBeHex(word | (BigInt(sold) << 192n), 32)
  await world.ask('hardhat_setStorageAt', [world.rights.at, slot, value])
  return { series, terms }
}

it('attack 24: the last serial of the largest supply spills into nothing, and no serial comes twice', async (world) => {
  const { series, terms } = await nearlySoldOut(world, 2 ** 20 - 2)
  const before = await seriesOf(world, series)

  await world.buy(series, terms)

  assert.deepEqual(await seriesOf(world, series), { ...before, sold: 2 ** 20 - 1 })
  const last = packRightId(series, 2n ** 20n - 1n)
  assert.equal(await world.read('ownerOf', last), world.buyer)
  await refuses(world, () => world.buy(series, terms), 'SoldOut', series, 0)
})

it('attack 24: the serial of a burned right is never minted again', async (world) => {
  const { series, terms, right } = await world.sold({ supply: 2 })
  await world.request(right)
  await handOver(world, right)
  assert.notEqual(await world.read('wordOf', right), 0n)
  await world.buy(series, terms)
  assert.equal(await world.read('ownerOf', packRightId(series, 2n)), world.buyer)
  await refuses(world, () => world.buy(series, terms), 'SoldOut', series, 0)
  await refuses(world, () => world.read('ownerOf', right), 'ERC721NonexistentToken', BigInt(right))
})

/** The call with other bits above those that an argument has room for. */
const dirty = (data: string, argument: number, byte: number) => {
  const at = 4 + argument * 32 + byte
  return concat([dataSlice(data, 0, at), '0x01', dataSlice(data, at + 1)])
}

it('attack 25: numbers above their fields revert and never spill', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 5)
  await list(world, right)
  const args = {
    list: [right, packed(1n), ZERO, until],
    take: [right, 1, 5_000, world.other],
    send: [right, world.other, 0, until],
    refuse: [right, 1],
    request: [right, 0, SOME_HASH],
    extend: [`0x${'01'.repeat(24)}`, 20_000],
    handOver: [7n, right],
  }
  // Which argument, and its first byte that must be zero.
  const places: [keyof typeof args, number, number][] = [
    ['list', 1, 27],
    ['list', 2, 11],
    ['take', 1, 27],
    ['take', 3, 11],
    ['send', 1, 11],
    ['send', 2, 27],
    ['refuse', 1, 30],
    ['request', 1, 30],
    ['extend', 0, 24],
    ['extend', 1, 29],
    ['handOver', 0, 15],
  ]
  for (const [name, argument, byte] of places) {
    const data = dirty(world.rights.encode(name, args[name]), argument, byte)
    await refusesSomehow(world, () => world.send(world.buyer, { to: world.rights.at, data }))
  }
})

it("attack 25: an offer's end of 33 bits and a way that does not exist revert", async (world) => {
  const { right } = await world.sold()
  const { offer, signature } = await signOffer(world, right)
  const data = world.rights.encode('takeOffer', [
    Object.values(offer),
    signature.compact,
    world.other,
  ])
  const long = dirty(data, 3, 27)
  const taking = () => world.send(world.other, { to: world.rights.at, data: long, value: 5_000n })
  await refusesSomehow(world, taking)
  const asking = world.rights.encode('request', [right, 0, SOME_HASH])
  const third = concat([dataSlice(asking, 0, 67), '0x02', dataSlice(asking, 68)])
  await refusesSomehow(world, () => world.send(world.buyer, { to: world.rights.at, data: third }))
})

it('attack 26: a price that rose between card and transaction', async (world) => {
  const { right } = await world.sold()
  await list(world, right, { price: 5_000n })
  const { nonce } = await wordOf(world, right)
  await list(world, right, { price: 50_000n })
  const { other } = world
  const take = (n: number) => () => world.call(other, 'take', [right, n, 5_000, other], 5_000n)
  await refuses(world, take(nonce), 'NonceStale', BigInt(right), nonce + 1)
  await refuses(world, take(nonce + 1), 'PriceAboveMaximum', 50_000)
})

it('attack 26: a sale that is closed before a purchase only fails it', async (world) => {
  const { series, terms } = await world.publish()
  await world.call(world.issuer, 'close', [series])
  const before = await world.balance(world.issuer)
  await refuses(world, () => world.buy(series, terms), 'SoldOut', series, 0)
  assert.equal(await world.balance(world.issuer), before)
})

it("attack 27: nobody can take a series id before its issuer, with the issuer's own salt", async (world) => {
  const call = publishCall(world.rights.at, { terms: teaTerms, goods: tea, salt: SALT })
  const copied = await world.send(world.stranger, call)
  const own = await world.send(world.issuer, call)
  assert.notEqual(copied.events[0]!.args['seriesId'], own.events[0]!.args['seriesId'])
  assert.equal(own.events[0]!.args['issuer'], world.issuer)
})

it('attack 27: moving a character between two fields gives another id', async (world) => {
  const one = await world.publish({ goods: { name: 'ab', productNumber: 'c' } })
  const two = await world.publish({ goods: { name: 'a', productNumber: 'bc' } })
  assert.notEqual(one.series, two.series)
})

it('attack 28: metadata of hostile texts is JSON with exactly these texts', async (world) => {
  const name = '"},{"name":"</script><svg onload=alert(1)>\\\u0000\u001f"'
  const { series, terms } = await world.publish({ goods: { name, productNumber: name } })
  await world.buy(series, terms)
  const uri = await world.read('tokenURI', packRightId(series, 1n))
  const json = Buffer.from(uri.slice(uri.indexOf(',') + 1), 'base64').toString('utf8')
  const token = JSON.parse(json) as { name: string; image?: string }
  assert.equal(token.name, `${name} #1`)
  assert.equal(token.image, undefined)
})

it('attack 28: a picture is somewhere that a client may open, or nowhere', async (world) => {
  for (const pictureUrl of [
    'data:image/svg+xml;base64,AAAA',
    'javascript:alert(1)',
    'HTTPS://example.org/a.svg',
    'http://example.org/a.png',
    '//example.org/a.png',
  ]) {
    const publishing = () => world.publish({ goods: { pictureUrl } })
    await refuses(world, publishing, 'PictureUrlNotAllowed')
  }
})

it('attack 29: a look-alike has another address, another issuer and another id', async (world) => {
  assert.notEqual(rightsAddress({ name: 'Scrip', symbol: 'SCR1P' }), world.rights.at)
  const { series } = await world.publish()
  const fake = await world.publish({ from: world.stranger })
  assert.notEqual(fake.series, series)
  assert.equal((await seriesOf(world, fake.series)).issuer, world.stranger)
  const tie = { chainId: CHAIN_ID, rights: world.stranger, issuer: world.issuer }
  const elsewhere: SeriesId = seriesId({ ...tie, terms: teaTerms, goods: tea, salt: SALT })
  assert.notEqual(elsewhere, series)
})
