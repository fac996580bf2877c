import assert from 'node:assert/strict'
import type { Terms } from '../../src/domain/terms.ts'
import { peopleOf } from './helpers/people.ts'
import { datedTerms, escrowTerms, today } from './helpers/scenes.ts'
import { seriesOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { tea, type World, ZERO } from './world.ts'

const it = worldTests()

const NATIVE = 1
const ESCROW = 2
const SHARE = 8
const ROYALTY = 16
const REDEEM_BY = 32
const ATTESTED = 64

const flagged: [string, (world: World) => Promise<Partial<Terms>>, number][] = [
  ['nothing', async () => ({}), NATIVE],
  ['a coin', async (world) => ({ currency: world.coin.at }), 0],
  ['a share', async () => ({ shareBps: 5_000 }), NATIVE | SHARE],
  ['a royalty', async () => ({ royaltyBps: 1_000 }), NATIVE | ROYALTY],
  ['a redeem-by day', (world) => datedTerms(world), NATIVE | REDEEM_BY],
  ['escrow', (world) => escrowTerms(world), NATIVE | ESCROW | REDEEM_BY],
]
for (const [what, termsOf, flags] of flagged) {
  it(`publish_remembers ${what} in the series' word`, async (world) => {
    const { series } = await world.publish({ terms: await termsOf(world) })
    assert.equal((await seriesOf(world, series)).flags, flags)
  })
}

it('publish_keepsShareRoyaltyAndPeople', async (world) => {
  const { attestor, arbiter } = peopleOf(world)
  const terms = { shareBps: 4_999, royaltyBps: 999, attestor }
  const { series } = await world.publish({ terms, limit: 0 })

  const kept = await seriesOf(world, series)
  const inscription = await world.read('inscriptionOf', series)

  assert.deepEqual(
    [kept.shareBps, kept.royaltyBps, kept.flags],
    [4_999, 999, 1 | 8 | 16 | ATTESTED],
  )
  assert.deepEqual([inscription.arbiter, inscription.attestor], [ZERO, attestor])
  const escrow = await world.publish({ terms: await escrowTerms(world) })
  assert.equal((await world.read('inscriptionOf', escrow.series)).arbiter, arbiter)
})

it('publish_inscribesWhatATokenShows', async (world) => {
  const { series } = await world.publish()

  const kept = (await world.read('inscriptionOf', series)).toObject()

  const { category, pictureHash, name, productNumber, specification } = tea
  assert.deepEqual(kept, {
    supply: 10n,
    arbiter: ZERO,
    attestor: ZERO,
    category: BigInt(category),
    pictureHash,
    name,
    productNumber,
    specification,
  })
})

it('publish_inscribesArbiterAttestorAndNoPicture', async (world) => {
  const { attestor, arbiter } = peopleOf(world)
  const terms = await escrowTerms(world, { attestor })
  const { series } = await world.publish({ terms, limit: 0, goods: { pictureHash: null } })

  const kept = await world.read('inscriptionOf', series)

  assert.deepEqual([kept.arbiter, kept.attestor, kept.name], [arbiter, attestor, tea.name])
  assert.equal(kept.pictureHash, `0x${'00'.repeat(32)}`)
})

it('publish_takesNamesOf255BytesAndNotOf256', async (world) => {
  for (const field of ['name', 'productNumber'] as const) {
    const { series } = await world.publish({ goods: { [field]: 'x'.repeat(255) } })
    assert.equal((await world.read('inscriptionOf', series))[field], 'x'.repeat(255))
    const long = { [field]: 'x'.repeat(256) }
    await refuses(world, () => world.publish({ goods: long }), 'GoodsTooLong')
  }
})

const outOfForm: [string, (world: World) => Promise<Partial<Terms>>, string][] = [
  ['a share above half', async () => ({ shareBps: 5_001 }), 'ShareOutOfBounds'],
  ['a royalty above a tenth', async () => ({ royaltyBps: 1_001 }), 'ShareOutOfBounds'],
  ['the largest share', async () => ({ shareBps: 65_535 }), 'ShareOutOfBounds'],
  [
    'escrow without a redeem-by day',
    (world) => escrowTerms(world, { redeemByDay: null }),
    'EscrowOutOfForm',
  ],
  ['escrow with a share', (world) => escrowTerms(world, { shareBps: 1 }), 'EscrowOutOfForm'],
  [
    'escrow with delivery and no arbiter',
    (w) => escrowTerms(w, { arbiter: null }),
    'ArbiterOutOfForm',
  ],
  ['its issuer as arbiter', (w) => escrowTerms(w, { arbiter: w.issuer }), 'ArbiterOutOfForm'],
  [
    'an arbiter where nothing is delivered',
    (world) => escrowTerms(world, { ways: ['pick-up'], disputeDays: 0 }),
    'ArbiterOutOfForm',
  ],
  [
    'an arbiter where nothing is in escrow',
    async (world) => ({ arbiter: peopleOf(world).arbiter, ways: ['delivery'], disputeDays: 21 }),
    'ArbiterOutOfForm',
  ],
  ['its issuer as attestor', async (w) => ({ attestor: w.issuer }), 'AttestorOutOfForm'],
]
for (const [what, termsOf, error] of outOfForm) {
  it(`publish_failsFor ${what}`, async (world) => {
    const terms = await termsOf(world)
    const limit = terms.attestor ? 0 : 10
    await refuses(world, () => world.publish({ terms, limit }), error)
  })
}

it('publish_failsForAnAttestedSeriesThatIsOnSaleAtOnce', async (world) => {
  const { attestor } = peopleOf(world)
  const publishing = () => world.publish({ terms: { attestor }, limit: 1 })
  await refuses(world, publishing, 'AttestorOutOfForm', attestor)
})

it('publish_inEscrowForPickUpOnlyNeedsNoArbiter', async (world) => {
  const terms = await escrowTerms(world, { ways: ['pick-up'], disputeDays: 0, arbiter: null })
  await world.publish({ terms })
})

it('publish_failsWhereTheSaleEndsInThePastOrTheRedeemByDayHasNoSaleEnd', async (world) => {
  const day = await today(world)
  for (const saleEndDay of [1, day - 1, day]) {
    await refuses(world, () => world.publish({ terms: { saleEndDay } }), 'SaleEndTooEarly')
  }
  const terms = { redeemByDay: 65_535 }
  await refuses(world, () => world.publish({ terms }), 'RedeemByTooEarly')
})

it('publish_takesTheLastDaysThereAre', async (world) => {
  const terms = { saleEndDay: 65_535 - 14, redeemByDay: 65_535 }
  const { series } = await world.publish({ terms })
  assert.equal((await seriesOf(world, series)).redeemByDay, 65_535)
})

it('publish_withALimitOfZeroSellsNothingYet', async (world) => {
  const { series, terms } = await world.publish({ limit: 0 })
  await refuses(world, () => world.buy(series, terms), 'SoldOut', series, 0)
})

it('inscriptionOf_failsForAnUnknownSeries', async (world) => {
  const unknown = `0x${'01'.repeat(24)}`
  await refuses(world, () => world.read('inscriptionOf', unknown), 'SeriesUnknown', unknown)
  const words = await world.readOf(world.rights, 'seriesWordsOf', [unknown])
  assert.deepEqual([...words], [0n, 0n])
})
