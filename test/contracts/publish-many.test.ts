import assert from 'node:assert/strict'
import { goodsToTuple } from '../../src/domain/goods.ts'
import type { SeriesId } from '../../src/domain/ids.ts'
import { type Terms, termsToTuple } from '../../src/domain/terms.ts'
import { seriesOf } from './helpers/words-of.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { eventNames, SALT, tea, teaTerms } from './world.ts'

const it = worldTests()

const publication = (given: Partial<Terms> = {}, limit = 10) =>
  [termsToTuple({ ...teaTerms, ...given }), goodsToTuple(tea), limit, SALT] as const

it('publishMany_publishesEachUnderTheIdThatPublishWouldGive', async (world) => {
  const snapshot = await world.ask('evm_snapshot')
  const alone = [await world.publish(), await world.publish({ terms: { price: 7n }, limit: 3 })]
  await world.ask('evm_revert', [snapshot])

  const given = [publication(), publication({ price: 7n }, 3)]
  const receipt = await world.call(world.issuer, 'publishMany', [given])

  assert.deepEqual(eventNames(receipt), ['Published', 'Published'])
  const ids = receipt.events.map((event) => event.args['seriesId'] as SeriesId)
  assert.deepEqual(
    ids,
    alone.map(({ series }) => series),
  )
  assert.equal((await seriesOf(world, ids[1]!)).limit, 3)
})

it('publishMany_answersTheIdsInOrder', async (world) => {
  const given = [publication({ price: 7n }), publication()]
  const [ids] = await world.readOf(world.rights, 'publishMany', [given], world.issuer)
  const receipt = await world.call(world.issuer, 'publishMany', [given])
  assert.deepEqual(
    [...ids],
    receipt.events.map((event) => event.args['seriesId']),
  )
})

it('publishMany_failsForNone', async (world) => {
  await refuses(world, () => world.call(world.issuer, 'publishMany', [[]]), 'ListsDiffer')
})

it('publishMany_publishesAllOrNone', async (world) => {
  const given = [publication(), publication({ supply: 0 }, 0)]
  const publishing = () => world.call(world.issuer, 'publishMany', [given])
  await refuses(world, publishing, 'SupplyOutOfBounds', 0, 0)
})

it('publishMany_failsForTheSameTwice', async (world) => {
  const given = [publication(), publication()]
  await refuses(world, () => world.call(world.issuer, 'publishMany', [given]), 'SeriesExists')
})
