import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { ZeroHash } from 'ethers'
import { createWorld, failsWith, ZERO } from '../contracts/world.ts'

const world = await createWorld()
after(() => world.close())

test('an issuer who names nobody as staff has let nobody sign', async () => {
  await world.call(world.issuer, 'setStaff', [ZERO, true])
  const { right } = await world.sold()
  const acceptance = [right, 0, ZeroHash, 0, (await world.now()) + 1000, ZERO]

  const forging = world.call(world.buyer, 'requestAccepted', [acceptance, `0x${'00'.repeat(64)}`])

  await assert.rejects(forging, failsWith('SignatureInvalid', ZERO))
})
