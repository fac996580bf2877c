import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weighSighting } from '../../src/features/photo/weigh-sighting.ts'
import { account } from '../conformance/blocks.ts'
import { nothingSeen } from '../support/scripted-vision.ts'
import { offered, openPhotoStage } from '../unit/features/photo-stage.ts'

const NUMBER = '4006381333931'
const [mei, eve] = [account('mei'), account('eve')]

// The five hundred newest series of a number were looked at, whoever published them, and the cheapest came first: with five
// hundred cheap ones a stranger was all that a seller's package led to, even in that seller's own space.
test('a stranger with five hundred series under a seller’s number does not hide the seller', async () => {
  const stage = await openPhotoStage(offered('honey', { number: NUMBER, issuer: mei }))
  await stage.append(
    ...Array.from({ length: 500 }, (_, at) =>
      offered(`trap ${at}`, { number: NUMBER, issuer: eve, price: 4n }),
    ),
  )
  const weigh = (space: typeof mei | null) =>
    stage.store.transaction(({ index }) =>
      weighSighting(
        { index, taxonomy: { lineOf: (category) => [category] } },
        { ...nothingSeen, numbers: [NUMBER] },
        space,
      ),
    )
  const inSpace = (await weigh(mei)).outcome
  const elsewhere = (await weigh(null)).outcome
  await stage.close()

  assert.equal(inSpace.type === 'found' && inSpace.series.goods.name, 'honey')
  const sellers = elsewhere.type === 'choice' ? elsewhere.series.map(({ issuer }) => issuer) : []
  assert.deepEqual(sellers, [mei, eve])
})
