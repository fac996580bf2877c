import assert from 'node:assert/strict'
import { act, answerTo, callBack, giveCode, puppetThat } from '../helpers/accounts-with-code.ts'
import { peopleOf } from '../helpers/people.ts'
import { dispute, escrowTerms, inDays, sendRight, soldInEscrow } from '../helpers/scenes.ts'
import { signAcceptance, signClaim, signOffer, signSettlement } from '../helpers/signed.ts'
import { stateOf } from '../helpers/words-of.ts'
import { worldTests } from '../helpers/world-tests.ts'
import { type World, ZERO } from '../world.ts'

const it = worldTests()

/** An account with code that tries to buy from inside of whatever pays it next. */
async function greedy(world: World, account = world.buyer) {
  const { series } = await world.publish({ salt: `0x${'77'.repeat(32)}` })
  const person = await giveCode(world, account, await puppetThat(world, 'accept'))
  await callBack(world, person, 'buyRight', [series], 12_000n)
  return person
}

it('attack 20: a holder who is paid by a resale cannot enter again', async (world) => {
  const { right } = await world.sold()
  const until = await inDays(world, 1)
  await world.call(world.buyer, 'list', [right, 5, ZERO, until])
  const person = await greedy(world)
  await world.call(world.other, 'take', [right, 1, 5, world.other], 5n)
  assert.equal(await answerTo(world, person), 'Reentered')
})

it('attack 20: a holder who is paid by a signed offer cannot enter again', async (world) => {
  const { right } = await world.sold()
  const { take } = await signOffer(world, right)
  const person = await greedy(world)
  await take(world.other, 5_000n)
  assert.equal(await answerTo(world, person), 'Reentered')
})

it('attack 20: a sender who is paid by a claim cannot enter again', async (world) => {
  const { right } = await world.sold()
  await sendRight(world, right, { price: 5n })
  const { claim } = await signClaim(world, right, { price: 5n })
  const person = await greedy(world)
  await claim(world.other, 5n)
  assert.equal(await answerTo(world, person), 'Reentered')
})

it('attack 20: a holder who is paid by a ruling cannot enter again', async (world) => {
  const { right } = await soldInEscrow(world)
  await dispute(world, right)
  const person = await greedy(world)
  await world.call(peopleOf(world).arbiter, 'rule', [right, 5_000])
  assert.equal(await answerTo(world, person), 'Reentered')
})

it('attack 20: an issuer who is paid by a settlement cannot enter again', async (world) => {
  const { right } = await soldInEscrow(world)
  await dispute(world, right)
  const { settle } = await signSettlement(world, right)
  const desk = await greedy(world, world.issuer)
  await settle(world.stranger)
  assert.equal(await answerTo(world, desk), 'Reentered')
})

it('attack 20: an issuer who is paid a fee cannot enter again', async (world) => {
  const { right } = await world.sold()
  const { request } = await signAcceptance(world, right, { fee: 900n })
  const desk = await greedy(world, world.issuer)
  await request()
  assert.equal(await answerTo(world, desk), 'Reentered')
})

it('attack 20: an issuer who is paid from escrow finds the right burned', async (world) => {
  const { right } = await soldInEscrow(world)
  await world.request(right)
  const desk = await giveCode(world, world.issuer, await puppetThat(world, 'accept'))
  await callBack(world, desk, 'refund', [right])
  await world.call(world.buyer, 'confirm', [right])
  assert.equal(await answerTo(world, desk), 'ERC721NonexistentToken')
  assert.equal((await stateOf(world, right))?.state, 'redeemed')
})

it('attack 20: a holder who is paid by a lapse cannot make it happen twice', async (world) => {
  const terms = await escrowTerms(world)
  const { right, series } = await world.sold(terms)
  await world.call(world.other, 'buyRight', [series], 12_000n)
  const person = await giveCode(world, world.buyer, await puppetThat(world, 'accept'))
  await callBack(world, person, 'lapse', [right])
  await world.goTo((terms.redeemByDay as number) * 86_400)
  await world.call(world.stranger, 'lapse', [right])
  assert.equal(await answerTo(world, person), 'ERC721NonexistentToken')
  assert.equal(await world.balance(world.rights.at), 12_000n)
})

it('attack 47: who takes a right for himself is not asked whether he takes it', async (world) => {
  const { right } = await world.sold()
  await world.call(world.buyer, 'list', [right, 5, ZERO, await inDays(world, 1)])
  const puppet = await puppetThat(world, 'accept', 'refuse')
  await act(world, puppet, 'take', [right, 1, 5, puppet.at], 5n)
  assert.equal(await world.read('ownerOf', right), puppet.at)
})
