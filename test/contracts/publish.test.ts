import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { goodsFromTuple } from '../../src/domain/goods.ts'
import { publishCall } from '../../src/domain/rights-calls.ts'
import { seriesId } from '../../src/domain/series-id.ts'
import { DAY_SECONDS, type Terms, termsFromTuple, termsToTuple } from '../../src/domain/terms.ts'
import { seriesOf } from './helpers/words-of.ts'
import { CHAIN_ID, createWorld, failsWith, SALT, tea, teaTerms, type World } from './world.ts'

let world: World
let snapshot: string
before(async () => {
  world = await createWorld()
})
after(() => world.close())
beforeEach(async () => {
  snapshot = await world.ask('evm_snapshot')
})
afterEach(() => world.ask('evm_revert', [snapshot]))

const today = async () => Math.floor((await world.now()) / DAY_SECONDS)

test('publish_tellsAllThatTheIdIsMadeOf', async () => {
  const { series, terms, receipt } = await world.publish({ limit: 4 })

  const event = receipt.events[0]!
  assert.equal(event.name, 'Published')
  assert.equal(event.args['issuer'], world.issuer)
  assert.equal(event.args['category'], 2073n)
  assert.equal(event.args['limit'], 4n)
  assert.equal(event.args['salt'], SALT)
  assert.deepEqual(termsFromTuple(event.args['terms']), terms)
  assert.deepEqual(goodsFromTuple(event.args['goods']), tea)
  const tie = {
    chainId: CHAIN_ID,
    rights: world.rights.at,
    issuer: world.issuer,
    terms,
    goods: tea,
    salt: SALT,
  }
  assert.equal(series, seriesId(tie))
})

test('publish_givesAnotherIdForAnyDifference', async () => {
  const tie = {
    chainId: CHAIN_ID,
    rights: world.rights.at,
    issuer: world.issuer,
    terms: teaTerms,
    goods: tea,
    salt: SALT,
  }
  const ids = new Set([
    seriesId(tie),
    (await world.publish({ salt: `0x${'33'.repeat(32)}` })).series,
    (await world.publish({ terms: { price: 13_000n } })).series,
    (await world.publish({ goods: { name: 'Longjin', productNumber: 'gLJ-100' } })).series,
    (await world.publish({ from: world.other })).series,
    seriesId({ ...tie, chainId: 1 }),
  ])

  assert.equal(ids.size, 6)
})

test('publish_cannotTakeSomebodyElsesId', async () => {
  const { series } = await world.publish({ from: world.stranger })

  const own = await world.publish()

  assert.notEqual(own.series, series)
})

test('publish_keepsEveryFieldOfTheSeries', async () => {
  const day = await today()
  const terms = {
    currency: world.coin.at,
    price: 134_217_727n * 10n ** 9n,
    supply: 1_048_575,
    saleEndDay: day + 10,
    redeemByDay: day + 10 + 254 + 255,
    answerDays: 255,
    handOverDays: 254,
    disputeDays: 253,
    ways: ['pick-up', 'delivery'] as const,
  }
  const { series } = await world.publish({ terms })

  const kept = await seriesOf(world, series)

  assert.equal(kept.issuer, world.issuer)
  assert.equal(kept.currency, world.coin.at)
  const numbers = [
    kept.sold,
    kept.limit,
    kept.saleEndDay,
    kept.redeemByDay,
    kept.answerDays,
    kept.handOverDays,
    kept.disputeDays,
    kept.ways,
  ]
  assert.deepEqual(numbers, [0, 1_048_575, day + 10, day + 519, 255, 254, 253, 3])
  assert.equal(kept.price, terms.price)
})

test('publish_failsTheSecondTime', async () => {
  const { series } = await world.publish()

  await assert.rejects(world.publish(), failsWith('SeriesExists', series))
})

test('publish_failsForAPriceThatIsZeroOrInASecondForm', async () => {
  const forms = [0, 120, 5 * 2 ** 27, 10 + 30 * 2 ** 27]
  for (const packed of forms) {
    const tuple = [...termsToTuple(teaTerms)]
    tuple[1] = packed
    const call = publishCall(world.rights.at, { terms: teaTerms, goods: tea, salt: SALT })
    const args = world.rights.abi.decodeFunctionData('publish', call.data).toArray()
    args[0] = tuple
    await assert.rejects(
      world.call(world.issuer, 'publish', args),
      failsWith('PriceOutOfForm', packed),
    )
  }
})

test('publish_takesTheHighestExponentWithATrailingZero', async () => {
  const { series } = await world.publish({ terms: { price: 10n ** 32n } })

  assert.equal((await seriesOf(world, series)).price, 10n ** 32n)
})

test('publish_failsForSupplyOutOfBounds', async () => {
  await assert.rejects(
    world.publish({ terms: { supply: 0 } }),
    failsWith('SupplyOutOfBounds', 0, 0),
  )
  await assert.rejects(
    world.publish({ terms: { supply: 2 ** 20 } }),
    failsWith('SupplyOutOfBounds', 2 ** 20, 2 ** 20),
  )
  await assert.rejects(world.publish({ limit: 11 }), failsWith('SupplyOutOfBounds', 10, 11))
})

test('publish_failsForUnknownWays', async () => {
  await assert.rejects(world.publish({ terms: { ways: [] } }), failsWith('WaysUnknown', 0))
  const args = world.rights.abi
    .decodeFunctionData(
      'publish',
      publishCall(world.rights.at, { terms: teaTerms, goods: tea, salt: SALT }).data,
    )
    .toArray()
  const tuple = [...termsToTuple(teaTerms)]
  tuple[8] = 4
  args[0] = tuple
  await assert.rejects(world.call(world.issuer, 'publish', args), failsWith('WaysUnknown', 4))
})

const badPeriods: [string, Partial<Terms>][] = [
  ['no time to answer', { answerDays: 0 }],
  ['no time to hand over', { handOverDays: 0 }],
  ['a dispute without delivery', { disputeDays: 21 }],
  ['a dispute too short', { ways: ['delivery'], disputeDays: 20 }],
]
for (const [what, terms] of badPeriods) {
  test(`publish_failsFor ${what}`, async () => {
    await assert.rejects(world.publish({ terms }), failsWith('PeriodOutOfBounds'))
  })
}

test('publish_failsForASaleThatIsOver', async () => {
  const day = await today()
  await assert.rejects(world.publish({ terms: { saleEndDay: day } }), failsWith('SaleEndTooEarly'))

  await world.publish({ terms: { saleEndDay: day + 1 } })
})

test('publish_failsForARedeemByThatTheLastBuyerCannotKeep', async () => {
  const saleEndDay = (await today()) + 5
  const early = { saleEndDay, redeemByDay: saleEndDay + 13 }
  await assert.rejects(world.publish({ terms: early }), failsWith('RedeemByTooEarly'))
  await assert.rejects(
    world.publish({ terms: { redeemByDay: 65_535 } }),
    failsWith('RedeemByTooEarly'),
  )

  await world.publish({ terms: { saleEndDay, redeemByDay: saleEndDay + 14 } })
})

test('publish_failsForACurrencyThatIsNoCoin', async () => {
  const { stranger, rights } = world
  await assert.rejects(
    world.publish({ terms: { currency: stranger } }),
    failsWith('CurrencyNotACoin', stranger),
  )
  await assert.rejects(
    world.publish({ terms: { currency: rights.at } }),
    failsWith('CurrencyNotACoin', rights.at),
  )
})

test('publish_failsForIncompleteGoods', async () => {
  const missing = [
    { category: 0 },
    { productNumber: '' },
    { specification: '' },
    { production: '' },
    { name: '' },
  ]
  for (const goods of missing) {
    await assert.rejects(world.publish({ goods }), failsWith('GoodsIncomplete'))
  }
})

test('publish_failsForAPictureThatAClientMustNotOpen', async () => {
  for (const pictureUrl of [
    'javascript:alert(1)',
    'http://example.org/a',
    'data:image/svg+xml,x',
    'https://',
    ' https://a',
  ]) {
    await assert.rejects(
      world.publish({ goods: { pictureUrl } }),
      failsWith('PictureUrlNotAllowed'),
    )
  }

  await world.publish({ goods: { pictureUrl: 'ipfs://bafy' } })
  await world.publish({ goods: { pictureUrl: null } })
})

test('publish_failsForNumbersThatWouldSpill', async () => {
  const call = publishCall(world.rights.at, { terms: teaTerms, goods: tea, salt: SALT })
  // The sale-end day is the fourth word of the terms, which come first.
  const at = 10 + 3 * 64
  const data = `${call.data.slice(0, at)}${(2 ** 16).toString(16).padStart(64, '0')}${call.data.slice(at + 64)}`

  await assert.rejects(world.send(world.issuer, { ...call, data }))
  assert.equal((await world.send(world.issuer, call)).status, 1)
})
