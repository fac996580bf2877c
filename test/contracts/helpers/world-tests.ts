import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { createWorld, failsWith, type World } from '../world.ts'

/** `test` with a world: one chain for the file, as it was at the beginning for each test. */
export function worldTests() {
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
  return (name: string, body: (world: World) => Promise<void>) => {
    test(name, () => body(world))
  }
}

/** All that `Rights` has written down and has in the chain's own coin. */
export async function fingerprint(world: World): Promise<string> {
  const proof = (await world.ask('eth_getProof', [world.rights.at, [], 'latest'])) as {
    storageHash: string
    balance: string
  }
  return proof.storageHash + proof.balance
}

/** Asserts that a call fails with exactly this error and that nothing has changed after it. */
export async function refuses(
  world: World,
  calling: () => Promise<unknown>,
  error: string,
  ...args: unknown[]
): Promise<void> {
  const before = await fingerprint(world)
  await assert.rejects(calling, failsWith(error, ...args))
  assert.equal(await fingerprint(world), before, `${error}, but something changed`)
}

/** Asserts that a call fails, with whatever, and that nothing has changed after it. */
export async function refusesSomehow(world: World, calling: () => Promise<unknown>): Promise<void> {
  const before = await fingerprint(world)
  await assert.rejects(calling)
  assert.equal(await fingerprint(world), before)
}
