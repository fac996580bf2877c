import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { effectiveWord, mintedWord, transferredWord } from '../../src/domain/effective-state.ts'
import type { Account } from '../../src/domain/ids.ts'
import { packPrice, unpackPrice } from '../../src/domain/price.ts'
import { MAX_NONCE, packRightWord, unpackRightWord } from '../../src/domain/right-word.ts'
import { anyRightWord } from '../unit/domain/arbitraries.ts'
import { createWorld, type Deployed, failsWith, type World } from './world.ts'

let world: World
let words: Deployed
before(async () => {
  world = await createWorld()
  words = await world.words()
})
after(() => world.close())

const ask = async (name: string, ...args: unknown[]) => (await world.readOf(words, name, args))[0]

test('the contract and the domain agree on what every word counts as at every time', async () => {
  const time = fc.integer({ min: 0, max: 2 ** 33 })
  await fc.assert(
    fc.asyncProperty(anyRightWord, time, async (right, any) => {
      const word = packRightWord(right)
      for (const at of [any, right.until - 1, right.until, right.until + 1]) {
        if (at >= 0) assert.equal(await ask('at', word, at), effectiveWord(word, at))
      }
    }),
    { numRuns: 200 },
  )
})

test('the contract and the domain agree on every move', async () => {
  await fc.assert(
    fc.asyncProperty(anyRightWord, async (right) => {
      const moved = transferredWord(packRightWord(right), world.other, 0)
      if (right.until > 0)
        assert.equal(await ask('movedTo', packRightWord(right), world.other), moved)
    }),
    { numRuns: 200 },
  )
})

test('the contract and the domain agree on every packed price', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 32 - 1 }), async (packed) => {
      const amount = unpackPrice(packed)
      assert.equal(await ask('unpackPrice', packed), amount)
      assert.equal(await ask('isCanonical', packed), amount > 0n && packPrice(amount) === packed)
    }),
    { numRuns: 300 },
  )
})

test('a deadline past the year 2106 is refused and never spills into the price', async () => {
  const word = mintedWord(world.buyer)
  assert.equal(unpackRightWord(await ask('entering', word, 4, 2, 2 ** 32 - 1)).price, 0n)
  await assert.rejects(ask('entering', word, 4, 2, 2 ** 32), failsWith('FieldSpill'))
})

test('a limit of 2^20 is refused and never spills into the sale-end day', async () => {
  await ask('packSeries', world.issuer, 1, 2 ** 20 - 1, 0)
  await assert.rejects(ask('packSeries', world.issuer, 1, 2 ** 20, 0), failsWith('FieldSpill'))
})

test('the nonce stays at its maximum instead of starting again', async () => {
  const last = packRightWord({
    ...unpackRightWord(mintedWord(world.buyer as Account)),
    nonce: MAX_NONCE,
  })

  const moved = unpackRightWord(await ask('movedTo', last, world.other))

  assert.equal(moved.nonce, MAX_NONCE)
  assert.equal(moved.state, 'held')
})
