import assert from 'node:assert/strict'
import { AbiCoder, computeAddress, concat, Signature, toBeHex } from 'ethers'
import { act, giveCode, manner, puppetThat } from '../helpers/accounts-with-code.ts'
import {
  dispute,
  handOver,
  inDays,
  keyAccount,
  list,
  sendRight,
  soldInEscrow,
  ZERO_HASH,
} from '../helpers/scenes.ts'
import {
  signAcceptance,
  signClaim,
  signGiftHandOver,
  signOffer,
  signRedemption,
  signSettlement,
} from '../helpers/signed.ts'
import { setNonce, wordOf } from '../helpers/words-of.ts'
import { refuses, worldTests } from '../helpers/world-tests.ts'
import { claimKey } from '../sign.ts'
import { eventNames, type World } from '../world.ts'

const it = worldTests()
const MAX_NONCE = 2 ** 23 - 1
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

it('attack 4: a nonce that cannot grow takes no signature of any kind', async (world) => {
  const { right } = await soldInEscrow(world)
  const id = BigInt(right)
  await setNonce(world, right, MAX_NONCE)
  const offer = await signOffer(world, right)
  await refuses(world, () => offer.take(world.other, 5_000n), 'NonceExhausted', id)
  const accepted = await signAcceptance(world, right)
  await refuses(world, () => accepted.request(), 'NonceExhausted', id)
  const redemption = await signRedemption(world, right)
  await refuses(world, () => redemption.redeem(), 'NonceExhausted', id)
  await refuses(world, () => sendRight(world, right), 'NonceExhausted', id)
  await dispute(world, right)
  const settlement = await signSettlement(world, right)
  await refuses(world, () => settlement.settle(world.stranger), 'NonceExhausted', id)
})

it('attack 4: a send of before takes no claim and no hand-over at that nonce', async (world) => {
  const { right } = await world.sold()
  await sendRight(world, right)
  await setNonce(world, right, MAX_NONCE)
  const { claim } = await signClaim(world, right)
  await refuses(world, () => claim(world.stranger), 'NonceExhausted', BigInt(right))
  const gift = await signGiftHandOver(world, right)
  await refuses(world, () => gift.handOver(), 'NonceExhausted', BigInt(right))
})

it('attack 4: a right at that nonce still sells, moves and gets its good', async (world) => {
  const { right } = await world.sold()
  await setNonce(world, right, MAX_NONCE)
  await list(world, right)
  const args = [right, MAX_NONCE, 5_000, world.other]
  await world.call(world.other, 'take', args, 5_000n)
  await world.request(right, world.other)
  assert.equal((await wordOf(world, right)).nonce, MAX_NONCE)
  await handOver(world, right)
})

it('attack 5: the same signature in its long form is none', async (world) => {
  const { right } = await world.sold()
  const { signature, take } = await signOffer(world, right)
  const { r, vs } = signature
  const long = Signature.from(concat([r, vs])).serialized
  for (const other of [long, concat([signature.compact, '0x00']), signature.compact.slice(0, -2)]) {
    const taking = () => take(world.other, 5_000n, world.other, other)
    await refuses(world, taking, 'SignatureInvalid', world.buyer)
  }
})

it('attack 5: the mirrored signature is none', async (world) => {
  const { right } = await world.sold()
  await sendRight(world, right)
  const { signature, claim } = await signClaim(world, right)
  const s = BigInt.asUintN(255, BigInt(signature.vs))
  const parity = BigInt(signature.vs) >> 255n
  for (const vs of [
    BigInt.asUintN(255, ORDER - s) | ((1n - parity) << 255n),
    s | ((1n - parity) << 255n),
    ORDER - s,
    ORDER / 2n + 1n,
    0n,
  ]) {
    const mirrored = { ...signature, vs: toBeHex(vs, 32) }
    const claiming = () => claim(world.stranger, 0n, world.other, mirrored)
    await refuses(world, claiming, 'SignatureInvalid', keyAccount('link'))
  }
})

it('attack 6: a signature of nobody opens no send, no offer and no right without a key', async (world) => {
  const { right } = await world.sold()
  const far = 2n ** 256n - 1n
  const claiming = (id: string) => () =>
    world.call(world.stranger, 'claim', [id, world.stranger, far, ZERO_HASH, ZERO_HASH])
  await refuses(world, claiming(right), 'WrongState', BigInt(right), 1)
  await refuses(world, claiming('7'), 'ERC721NonexistentToken', 7)
  const until = await inDays(world, 1)
  await sendRight(world, right, { until })
  await refuses(world, claiming(right), 'SignatureInvalid', keyAccount('link'))
  await world.goTo(until)
  await refuses(world, claiming(right), 'WrongState', BigInt(right), 1)
})

/** An account with code that signs with somebody's key. */
async function walletOf(world: World, owner: string) {
  const wallet = await puppetThat(world, 'accept')
  await world.callOn(world.deployer, wallet, 'signWith', [keyAccount(owner), manner.accept])
  return wallet
}

it("attack 7: what an owner signed for one account sells nothing of the owner's other account", async (world) => {
  const { right } = await world.sold()
  const [one, two] = [await walletOf(world, 'owner'), await walletOf(world, 'owner')]
  await world.call(world.buyer, 'transferFrom', [world.buyer, two.at, right])
  const key = claimKey('owner')
  assert.equal(computeAddress(key), keyAccount('owner'))

  const forOne = await signOffer(world, right, { holder: one.at, key })
  await refuses(world, () => forOne.take(world.other, 5_000n), 'SignatureInvalid', two.at)
  const forTwo = await signOffer(world, right, { holder: two.at, key })
  await forTwo.take(world.other, 5_000n)
})

it('attack 8: a wallet that is asked for its signature can change nothing', async (world) => {
  const { right } = await world.sold()
  const wallet = await walletOf(world, 'owner')
  await world.call(world.buyer, 'transferFrom', [world.buyer, wallet.at, right])
  const { take } = await signOffer(world, right, { holder: wallet.at, key: claimKey('owner') })
  const move = world.rights.encode('transferFrom', [wallet.at, world.stranger, right])
  await world.callOn(world.deployer, wallet, 'callBack', [world.rights.at, 0n, move])

  await refuses(world, () => take(world.other, 5_000n), 'SignatureInvalid', wallet.at)
})

it('attack 8: a wallet that is asked for its signature sees the right where it still is', async (world) => {
  const { right } = await world.sold()
  const wallet = await walletOf(world, 'owner')
  await world.call(world.buyer, 'transferFrom', [world.buyer, wallet.at, right])
  const look = world.rights.encode('ownerOf', [right])
  await world.callOn(world.deployer, wallet, 'callBack', [world.rights.at, 0n, look])
  const { take } = await signOffer(world, right, { holder: wallet.at, key: claimKey('owner') })
  await take(world.other, 5_000n)
})

it('attack 8: an endless answer to the question for a signature costs the caller no more than making it', async (world) => {
  const { right } = await world.sold()
  const wallet = await walletOf(world, 'owner')
  await world.call(world.buyer, 'transferFrom', [world.buyer, wallet.at, right])
  await world.callOn(world.deployer, wallet, 'signWith', [keyAccount('owner'), manner.bomb])
  const { take } = await signOffer(world, right, { holder: wallet.at, key: claimKey('owner') })
  await refuses(world, () => take(world.other, 5_000n), 'SignatureInvalid', wallet.at)
})

it('attack 8: a signature that would deploy its signer first (ERC-6492) is none', async (world) => {
  const { right } = await world.sold()
  const counterfactual = keyAccount('not deployed')
  await world.call(world.buyer, 'transferFrom', [world.buyer, counterfactual, right])
  const factory = await puppetThat(world, 'accept')
  const { signature, take } = await signOffer(world, right, {
    holder: counterfactual,
    key: claimKey('owner'),
  })
  const wrapped = concat([
    AbiCoder.defaultAbiCoder().encode(
      ['address', 'bytes', 'bytes'],
      [factory.at, '0x', signature.compact],
    ),
    `0x${'6492'.repeat(16)}`,
  ])
  const taking = () => take(world.other, 5_000n, world.other, wrapped)
  await refuses(world, taking, 'SignatureInvalid', counterfactual)
})

it('attack 14: a signed offer for nothing is no offer; gifts are sends that stand on chain', async (world) => {
  const { right } = await world.sold()
  const { take } = await signOffer(world, right, { price: 0n })
  await refuses(world, () => take(world.stranger, 0n), 'PriceOutOfForm', 0)
})

it("attack 47: a person's key signs though the account has code that says no", async (world) => {
  const { right } = await world.sold()
  const code = await giveCode(world, world.buyer, await puppetThat(world, 'accept'))
  await world.callOn(world.deployer, code, 'signWith', [world.stranger, manner.refuse])
  const { take } = await signOffer(world, right)
  const receipt = await take(world.other, 5_000n)
  assert.deepEqual(eventNames(receipt), ['OfferTaken', 'Transfer'])
})

it('attack 47: an account with code cannot sign as another account', async (world) => {
  const { right } = await world.sold()
  const wallet = await walletOf(world, 'owner')
  await act(world, wallet, 'setApprovalForAll', [world.stranger, true])
  const { take } = await signOffer(world, right, { holder: wallet.at, key: claimKey('owner') })
  await refuses(world, () => take(world.other, 5_000n), 'SignatureInvalid', world.buyer)
})
