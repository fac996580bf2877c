import assert from 'node:assert/strict'
import { test } from 'node:test'
import { concat } from 'ethers'
import { packRightId, toRightId, unpackRightId } from '../../../src/domain/right-id.ts'
import { rightsInterface } from '../../../src/domain/rights-calls.ts'
import { refuses, refusesSomehow, worldTests } from '../helpers/world-tests.ts'
import type { World } from '../world.ts'
import { narrowPlaces, shortened, withWord } from './words-of-call.ts'
import type { WorkingCall } from './working-call.ts'
import { workingCallsOfRights } from './working-calls-of-rights.ts'
import { workingCallsOfSeries } from './working-calls-of-series.ts'

const it = worldTests()
const preparations = { ...workingCallsOfSeries, ...workingCallsOfRights }
/** `withdraw` with another payee; it is the same but for the caller. */
const alike = ['withdrawTo']

test('every function that changes something is tried with bad input', () => {
  const declared = rightsInterface.fragments.flatMap((fragment) =>
    fragment.type === 'function' &&
    rightsInterface.getFunction(fragment.format())?.constant === false
      ? [rightsInterface.getFunction(fragment.format())?.format()]
      : [],
  )
  const tried = [...Object.keys(preparations), ...alike].map((name) =>
    rightsInterface.getFunction(name)?.format(),
  )
  assert.deepEqual(tried.sort(), declared.sort())
})

const submit = (world: World, { from, value = 0n }: WorkingCall, data: string, more = 0n) =>
  world.send(from, { to: world.rights.at, data, value: value + more })

for (const [name, prepare] of Object.entries(preparations)) {
  const fragment = rightsInterface.getFunction(name)!

  it(`${name} works with good input and with a reference behind it`, async (world) => {
    const call = await prepare(world)
    const data = world.rights.encode(name, [...call.args])
    const receipt = await submit(world, call, concat([data, '0x00ff00ff00ff00ff']))
    assert.equal(receipt.status, 1)
  })

  it(`${name} fails for any word too large for its place`, async (world) => {
    const call = await prepare(world)
    const data = world.rights.encode(name, [...call.args])
    for (const { name: argument, at, tooLarge } of narrowPlaces(fragment.inputs, data)) {
      const bad = withWord(data, at, tooLarge)
      await refusesSomehow(world, () => submit(world, call, bad)).catch((thrown: Error) => {
        throw new Error(`${argument}: ${thrown.message}`)
      })
    }
  })

  it(`${name} fails for data that ends too early`, async (world) => {
    const call = await prepare(world)
    const data = world.rights.encode(name, [...call.args])
    await refusesSomehow(world, () => submit(world, call, shortened(data)))
    await refusesSomehow(world, () => submit(world, call, data.slice(0, 10)))
  })

  it(`${name} fails for money that is not due`, async (world) => {
    const call = await prepare(world)
    const data = world.rights.encode(name, [...call.args])
    await refusesSomehow(world, () => submit(world, call, data, 1n))
    if (call.value) await refusesSomehow(world, () => submit(world, call, data, -1n))
  })
}

/** Ids of no right: zero, serial zero, the next serial, the largest. */
const noRights = (call: WorkingCall) => {
  const { series } = unpackRightId(call.right!)
  return [
    toRightId(0n),
    toRightId(BigInt(series) << 64n),
    packRightId(series, 2n),
    packRightId(series, 2n ** 64n - 1n),
    toRightId(2n ** 256n - 1n),
  ]
}

for (const [name, prepare] of Object.entries(workingCallsOfRights)) {
  it(`${name} fails for rights that do not exist`, async (world) => {
    const call = await prepare(world)
    for (const none of noRights(call)) {
      const args = replaced(call.args, call.right!, none)
      const calling = () => submit(world, call, world.rights.encode(name, args))
      await refuses(world, calling, 'ERC721NonexistentToken', BigInt(none))
    }
  })
}

/** The arguments with one right instead of another, wherever it stands. */
function replaced(args: readonly unknown[], right: string, by: string): unknown[] {
  return args.map((each) => {
    if (Array.isArray(each)) return replaced(each, right, by)
    return each === right ? by : each
  })
}

for (const name of ['close', 'raiseLimit', 'extend', 'buyRight', 'buy', 'buyWithPermit']) {
  it(`${name} fails for series that do not exist`, async (world) => {
    const call = await preparations[name]!(world)
    const [first] = call.args
    const series = String(Array.isArray(first) ? first[0] : first)
    for (const none of [`0x${'00'.repeat(24)}`, `0x${'ff'.repeat(24)}`]) {
      const args = replaced(call.args, series, none)
      const calling = () => submit(world, call, world.rights.encode(name, args))
      await refuses(world, calling, 'SeriesUnknown', none)
    }
  })
}
