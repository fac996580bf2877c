import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rightsErrorNames } from '../../../src/domain/generated/rights-abi.ts'
import { worldTests } from '../helpers/world-tests.ts'
import { failsWith } from '../world.ts'
import { errorScenesOfRights } from './error-scenes-of-rights.ts'
import { errorScenesOfSeries, type Scene } from './error-scenes-of-series.ts'
import type { RightsErrorName } from './rights-error-name.ts'

const it = worldTests()
const scenes: Partial<Record<RightsErrorName, Scene>> = {
  ...errorScenesOfSeries,
  ...errorScenesOfRights,
}

/** Errors that no call can end in, and why. */
const outOfReach: Partial<Record<RightsErrorName, string>> = {
  ERC721InvalidSender: 'declared by the standard; nothing is minted to or burned from zero',
  StringsInsufficientHexLength: 'of a library; a hash always has its 32 bytes',
  FieldSpill: 'for times past the year 2106; played below with such a chain',
}

test('every error of the contract is played or has a reason why it cannot be', () => {
  const told = [...Object.keys(scenes), ...Object.keys(outOfReach)].sort()
  assert.deepEqual(told, [...rightsErrorNames])
})

for (const [error, scene] of Object.entries(scenes)) {
  it(`${error} is what its scene ends in`, (world) =>
    assert.rejects(() => scene(world), failsWith(error)))
}

it('FieldSpill is what every deadline ends in past the year 2106; moves and burns go on', async (world) => {
  const { right } = await world.sold()
  await world.goTo(2 ** 32)
  await assert.rejects(world.request(right), failsWith('FieldSpill'))
  await world.call(world.buyer, 'transferFrom', [world.buyer, world.other, right])
  await world.call(world.issuer, 'refund', [right], 12_000n)
  await assert.rejects(world.read('ownerOf', right), failsWith('ERC721NonexistentToken'))
})
