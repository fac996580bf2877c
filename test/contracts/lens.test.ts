import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { computeAddress, id as hashOf, ZeroHash } from 'ethers'
import type { Account, RightId } from '../../src/domain/ids.ts'
import { packPrice } from '../../src/domain/price.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { rightStates, unpackRightWord } from '../../src/domain/right-word.ts'
import { DAY_SECONDS, type Terms } from '../../src/domain/terms.ts'
import { claimKey, keyOf, signMessage } from './sign.ts'
import { createWorld, Failure, SECRET, teaTerms, type World, ZERO } from './world.ts'

const PRICE = packPrice(5000n)!
const key = claimKey('lens')
const keyAt = computeAddress(key) as Account
const actions = [
  'transferFrom',
  'list',
  'unlist',
  'take',
  'cancel',
  'send',
  'takeBack',
  'claim',
  'handOverGift',
  'request pick-up',
  'request delivery',
  'withdrawRequest',
  'accept',
  'refuse',
  'ship',
  'confirm',
  'complete',
  'handOver',
  'redeem',
  'dispute',
  'rule',
  'settle',
  'refund',
  'lapse',
] as const
type Action = (typeof actions)[number]

let world: World
let people: Record<'holder' | 'issuer' | 'staff' | 'arbiter' | 'taker' | 'stranger', Account>
before(async () => {
  world = await createWorld()
  const [staff, arbiter, taker] = world.accounts.slice(5) as [Account, Account, Account]
  const { buyer: holder, issuer, stranger } = world
  people = { holder, issuer, staff, arbiter, taker, stranger }
  await world.call(issuer, 'setStaff', [staff, true])
})
after(() => world.close())

const soon = async () => (await world.now()) + 3 * DAY_SECONDS
const call = (from: Account, name: string, args: unknown[]) => world.call(from, name, args)

/** Brings a held right into a state, by real calls. */
const ways: Record<string, (id: RightId) => Promise<unknown>> = {
  held: async () => null,
  approved: (id) => call(people.holder, 'approve', [people.taker, id]),
  listed: async (id) => call(people.holder, 'list', [id, PRICE, ZERO, await soon()]),
  'listed to one': async (id) =>
    call(people.holder, 'list', [id, PRICE, people.taker, await soon()]),
  'sent free': async (id) => call(people.holder, 'send', [id, keyAt, 0, await soon()]),
  'sent for money': async (id) => call(people.holder, 'send', [id, keyAt, PRICE, await soon()]),
  requested: (id) => world.request(id, people.holder, 'delivery'),
  'requested without secret': (id) => call(people.holder, 'request', [id, 0, ZeroHash]),
  accepted: async (id) => {
    await world.request(id, people.holder, 'delivery')
    await call(people.issuer, 'accept', [id, 0])
  },
  unserved: async (id) => {
    await world.request(id, people.holder, 'delivery')
    await call(people.staff, 'refuse', [id, 1])
  },
  shipped: async (id) => {
    await ways['accepted']!(id)
    await call(people.staff, 'ship', [id, hashOf('parcel')])
  },
  'shipped long ago': async (id) => {
    await ways['shipped']!(id)
    await world.goTo(unpackRightWord(await world.read('wordOf', id)).until)
  },
  disputed: async (id) => {
    await ways['shipped']!(id)
    await call(people.holder, 'dispute', [id, hashOf('broken')])
  },
  'disputed long ago': async (id) => {
    await ways['disputed']!(id)
    await world.goTo(unpackRightWord(await world.read('wordOf', id)).until)
  },
  'held past redeem-by': async () => world.goTo(60 * DAY_SECONDS + (await world.now())),
  redeemed: async (id) => {
    await world.request(id, people.holder, 'delivery')
    await call(people.holder, 'confirm', [id])
  },
}

/** The name of the error that the real call meets, or null, given the right signature, secret and money. */
async function meets(action: Action, id: RightId, from: Account): Promise<string | null> {
  const word = unpackRightWord(await world.read('wordOf', id))
  const { owner: holder, nonce } = word
  const { issuer } = people
  const expiry = (await world.now()) + 300
  const by = (account: Account) => keyOf(world, account)
  const message = (signer: typeof key, name: Parameters<typeof signMessage>[2], more: object) =>
    signMessage(world, signer, name, { id, nonce, holder, issuer, currency: ZERO, expiry, ...more })
  const gift = () => message(key, 'GiftHandOver', {})
  const claim = () =>
    message(key, 'Claim', { recipient: from, price: word.price, deadline: expiry })
  const split = { toHolder: 0, toIssuer: teaTerms.price }
  const calls: Record<Action, () => [string, unknown[], bigint?]> = {
    transferFrom: () => ['transferFrom', [holder, people.stranger, id]],
    list: () => ['list', [id, PRICE, ZERO, expiry]],
    unlist: () => ['unlist', [id]],
    take: () => ['take', [id, nonce, word.price, from], word.price],
    cancel: () => ['cancel', [id]],
    send: () => ['send', [id, keyAt, 0, expiry]],
    takeBack: () => ['takeBack', [id]],
    claim: () => ['claim', [id, from, expiry, claim().r, claim().vs], word.price],
    handOverGift: () => ['handOverGift', [id, expiry, gift().r, gift().vs]],
    'request pick-up': () => ['request', [id, 0, ZeroHash]],
    'request delivery': () => ['request', [id, 1, ZeroHash]],
    withdrawRequest: () => ['withdrawRequest', [id]],
    accept: () => ['accept', [id, 0]],
    refuse: () => ['refuse', [id, 1]],
    ship: () => ['ship', [id, hashOf('parcel')]],
    confirm: () => ['confirm', [id]],
    complete: () => ['complete', [id]],
    handOver: () => ['handOver', [SECRET, id]],
    redeem: () => [
      'redeem',
      [id, 0, expiry, message(by(holder), 'Redemption', { way: 0 }).compact],
    ],
    dispute: () => ['dispute', [id, hashOf('broken')]],
    rule: () => ['rule', [id, 0]],
    settle: () => [
      'settle',
      [
        id,
        0,
        expiry,
        message(by(holder), 'Settlement', split).compact,
        message(by(issuer), 'Settlement', split).compact,
      ],
    ],
    refund: () => ['refund', [id], word.escrowed ? 0n : teaTerms.price],
    lapse: () => ['lapse', [id]],
  }
  const [name, args, value = 0n] = calls[action]()
  const before = await world.ask('evm_snapshot')
  try {
    await world.call(from, name, args, value)
    return null
  } catch (thrown) {
    return (thrown as Failure).error
  } finally {
    await world.ask('evm_revert', [before])
  }
}

const kinds: Record<string, (day: number) => Partial<Terms>> = {
  direct: () => ({ ways: ['pick-up', 'delivery'], disputeDays: 21 }),
  escrow: (day) => ({
    ways: ['delivery'],
    disputeDays: 21,
    payout: 'escrow',
    saleEndDay: day + 10,
    redeemByDay: day + 40,
    arbiter: people.arbiter,
  }),
}

for (const [kind, terms] of Object.entries(kinds)) {
  for (const [situation, bring] of Object.entries(ways)) {
    if (kind === 'direct' && situation.startsWith('disputed')) continue
    test(`the lens says what the contract would say: ${kind}, ${situation}`, async () => {
      const start = await world.ask('evm_snapshot')
      const day = Math.floor((await world.now()) / DAY_SECONDS)
      const salt = hashOf(`${kind} ${situation}`)
      const published = await world.publish({ terms: terms(day), salt })
      await world.buy(published.series, published.terms)
      const right = packRightId(published.series, 1n)
      if (kind === 'escrow' && situation === 'requested without secret') {
        await call(people.holder, 'request', [right, 1, ZeroHash])
      } else await bring(right)

      for (const account of Object.values(people)) {
        const { right: seen } = await world.readOf(world.lens, 'rightOf', [
          world.rights.at,
          right,
          account,
        ])
        assert.equal(seen.reasons.length, actions.length)
        for (const [place, action] of actions.entries()) {
          const selector = String(seen.reasons[place])
          const told = /^0x0+$/.test(selector)
            ? null
            : (world.rights.abi.getError(selector)?.name ?? selector)
          const met = await meets(action, right, account)
          assert.equal(told, met, `${action} by ${account}`)
        }
      }
      await world.ask('evm_revert', [start])
    })
  }
}

test('the lens shows a series with its stock', async () => {
  const { series, terms } = await world.publish({ terms: { supply: 3, royaltyBps: 250 }, limit: 2 })
  await world.buy(series, terms)

  const [shown] = await world.readOf(world.lens, 'seriesOf', [world.rights.at, series])

  assert.equal(shown.issuer, world.issuer)
  assert.deepEqual([shown.sold, shown.limit, shown.supply], [1n, 2n, 3n])
  assert.equal(shown.price, terms.price)
  assert.equal(shown.royaltyBps, 250n)
  assert.deepEqual([shown.name, shown.productNumber], ['Longjing', 'LJ-100'])
  assert.equal(shown.buying, '0x00000000')
  await world.buy(series, terms)
  const [soldOut] = await world.readOf(world.lens, 'seriesOf', [world.rights.at, series])
  assert.equal(world.rights.abi.getError(soldOut.buying)?.name, 'SoldOut')
})

test('the lens says until when, and what covers a right', async () => {
  const day = Math.floor((await world.now()) / DAY_SECONDS)
  const { right } = await world.sold({ ...kinds['escrow']!(day), price: 7000n })
  const until = await soon()
  await call(people.holder, 'list', [right, packPrice(9000n), ZERO, until])

  const { right: seen, series } = await world.readOf(world.lens, 'rightOf', [
    world.rights.at,
    right,
    people.stranger,
  ])

  assert.equal(rightStates[Number(seen.state)], 'listed')
  assert.deepEqual([seen.until, seen.price, seen.covered], [BigInt(until), 9000n, 7000n])
  assert.equal(series.payout, 1n)
})

test('the lens reads a space in one call', async () => {
  const published = await world.publish({ salt: `0x${'77'.repeat(32)}` })
  await world.buy(published.series, published.terms, { from: people.taker, quantity: 2 })
  const ids = [1n, 2n].map((serial) => packRightId(published.series, serial))

  const [space] = await world.readOf(world.lens, 'spaceOf', [
    world.rights.at,
    people.taker,
    [published.series],
    ids,
    [ZERO],
  ])

  assert.equal(space.held, 2n)
  assert.deepEqual([...space.credits], [0n])
  assert.equal(space.series[0].sold, 2n)
  assert.deepEqual(
    [...space.rights].map((each: { holder: string }) => each.holder),
    [people.taker, people.taker],
  )
})

test('the lens refuses an unknown series and shows no holder of a right never minted', async () => {
  const unknown = `0x${'99'.repeat(24)}`
  await assert.rejects(
    world.readOf(world.lens, 'seriesOf', [world.rights.at, unknown]),
    (thrown) => thrown instanceof Failure && thrown.error === 'SeriesUnknown',
  )
  const { series } = await world.publish({ salt: `0x${'78'.repeat(32)}` })
  const { right } = await world.readOf(world.lens, 'rightOf', [
    world.rights.at,
    packRightId(series, 9n),
    people.holder,
  ])
  assert.equal(right.holder, ZERO)
})
