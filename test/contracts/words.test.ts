import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { computeAddress, getBytes, toBeHex, toUtf8Bytes } from 'ethers'
import fc from 'fast-check'
import { effectiveWord, mintedWord, transferredWord } from '../../src/domain/effective-state.ts'
import { packPrice, unpackPrice } from '../../src/domain/price.ts'
import { MAX_NONCE, packRightWord, unpackRightWord } from '../../src/domain/right-word.ts'
import { anyRightWord } from '../unit/domain/arbitraries.ts'
import { claimKey, signDigest } from './sign.ts'
import { createWorld, type Deployed, failsWith, teaTerms, type World, ZERO } from './world.ts'

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
  const word = mintedWord(world.buyer, teaTerms)
  assert.equal(unpackRightWord(await ask('entering', word, 4, 2, 2 ** 32 - 1)).price, 0n)
  await assert.rejects(ask('entering', word, 4, 2, 2 ** 32), failsWith('FieldSpill'))
})

test('a limit of 2^20 is refused and never spills into the sale-end day', async () => {
  await ask('packSeries', world.issuer, 1, 2 ** 20 - 1, 0)
  await assert.rejects(ask('packSeries', world.issuer, 1, 2 ** 20, 0), failsWith('FieldSpill'))
})

test('the nonce stays at its maximum instead of starting again', async () => {
  const last = packRightWord({
    ...unpackRightWord(mintedWord(world.buyer, teaTerms)),
    nonce: MAX_NONCE,
  })

  const moved = unpackRightWord(await ask('movedTo', last, world.other))

  assert.equal(moved.nonce, MAX_NONCE)
  assert.equal(moved.state, 'held')
})

test('a limit is replaced without touching its neighbours', async () => {
  const word = BigInt(await ask('packSeries', world.issuer, 7, 1000, 20_000))
  const raised = BigInt(await ask('withLimit', word, 2 ** 20 - 1))
  const mask = (2n ** 20n - 1n) << 212n
  assert.equal(raised & ~mask, word & ~mask)
  assert.equal((raised & mask) >> 212n, 2n ** 20n - 1n)
  await assert.rejects(ask('withLimit', word, 2 ** 20), failsWith('FieldSpill'))
})

test('a text is cut before a character that does not fit, whatever its bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.nat(20), async (text, most) => {
      const bytes = toUtf8Bytes(text)
      const kept = getBytes(await ask('start', bytes, most))
      const shown = new TextDecoder('utf-8', { fatal: true }).decode(kept)
      assert.ok(text.startsWith(shown))
      assert.ok(kept.length <= most && (bytes.length <= most || kept.length > most - 4))
    }),
    { numRuns: 200 },
  )
})

test('bytes that are no text are cut to nothing rather than for ever', async () => {
  assert.equal(await ask('start', `0x${'80'.repeat(30)}`, 20), '0x')
})

test('one signature has one form: the upper half of s recovers nobody', async () => {
  const key = claimKey('anybody')
  const digest = `0x${'12'.repeat(32)}`
  const { r, vs } = signDigest(key, digest)
  assert.equal(await ask('recover', digest, r, vs), computeAddress(key))
  const s = BigInt.asUintN(255, BigInt(vs))
  const parity = BigInt(vs) >> 255n
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
  // The other s may need 256 bits, which the form has no room for; where it fits it must not count.
  const mirrored = (order - s) | ((1n - parity) << 255n)
  assert.notEqual(await ask('recover', digest, r, toBeHex(mirrored, 32)), computeAddress(key))
  const half = order / 2n
  assert.equal(await ask('recover', digest, r, toBeHex(half + 1n, 32)), ZERO)
  assert.equal(await ask('recover', digest, toBeHex(0, 32), toBeHex(0, 32)), ZERO)
})
