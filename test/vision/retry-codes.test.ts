import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../src/domain/errors.ts'
import type { AskForCodes } from '../../src/vision/code-question.ts'
import type { Raster } from '../../src/vision/raster.ts'
import { retryCodes } from '../../src/vision/retry-codes.ts'

const raster = (width: number, height: number): Raster => ({
  data: new Uint8Array(),
  width,
  height,
})
const PHOTO = raster(1280, 960)
const OURS = 'https://t.me/scrip_bot?start=qAAAAAAAAAAA'
const nobody = { isOurs: (code: string) => code === OURS, hasNumber: async () => false }

/** A thread that reads these texts in these ways, and remembers what it was asked. */
function thread(texts: Record<string, string[]>, ms = 0) {
  const asked: string[] = []
  const ask: AskForCodes<Raster> = async (picture, { symbols, way }) => {
    if (ms > 0) await sleep(ms)
    const name = picture === PHOTO ? `${symbols} ${way}` : `${symbols} ${way} ${picture.width}`
    asked.push(name)
    return texts[name] ?? []
  }
  return { ask, asked }
}

test('a code of ours ends the search, from whatever picture it was read', async () => {
  const { ask, asked } = thread({ 'codes soft': [OURS] })
  const found = await retryCodes(ask, PHOTO, { ...nobody, budgetMs: 400 })
  assert.deepEqual(found, { codes: [OURS], probableNumbers: [] })
  assert.equal(asked.at(-1), 'codes soft')
})

test('a code of somebody else ends the search for codes, not for numbers', async () => {
  const { ask, asked } = thread({
    'codes global': ['hello'],
    'numbers half-sharp': ['4006381333931'],
  })
  const hasNumber = async (digits: string) => digits === '4006381333931'
  const found = await retryCodes(ask, PHOTO, { ...nobody, hasNumber, budgetMs: 400 })
  assert.deepEqual(found, { codes: ['hello'], probableNumbers: ['4006381333931'] })
  assert.deepEqual(asked, ['codes global', 'numbers sharp', 'numbers half-sharp'])
})

test('a number that nobody sells does not count, and the search goes on', async () => {
  const { ask, asked } = thread({ 'numbers sharp': ['9780000000002'] })
  const found = await retryCodes(ask, PHOTO, { ...nobody, budgetMs: 400 })
  assert.deepEqual(found, { codes: [], probableNumbers: [] })
  assert.ok(asked.includes('numbers half-sharp'))
})

test('past its budget nothing more is begun, and without one nothing at all', async () => {
  const { ask, asked } = thread({}, 30)
  const begun = performance.now()
  await retryCodes(ask, PHOTO, { ...nobody, budgetMs: 50 })
  assert.ok(performance.now() - begun < 200)
  assert.ok(asked.length >= 1 && asked.length <= 2, `${asked.length}`)
  await retryCodes(ask, PHOTO, { ...nobody, budgetMs: 0 })
  assert.ok(asked.length <= 2)
})

test('a larger picture is asked for once, at the end, and only looked at when it is larger', async () => {
  const large = raster(2016, 1512)
  const { ask, asked } = thread({ 'codes plain 2016': [OURS] })
  let times = 0
  const larger = async () => {
    times += 1
    return large
  }
  const found = await retryCodes(ask, PHOTO, { ...nobody, larger, budgetMs: 400 })
  assert.deepEqual(found.codes, [OURS])
  assert.equal(times, 1)
  const same = thread({})
  await retryCodes(same.ask, PHOTO, { ...nobody, larger: async () => PHOTO, budgetMs: 400 })
  assert.ok(!same.asked.some((each) => each.includes('plain')))
  assert.ok(asked.indexOf('codes plain 2016') > asked.indexOf('codes straight'))
})

test('a larger picture that cannot be had is done without', async () => {
  const { ask, asked } = thread({ 'codes double': [OURS] })
  const larger = async () => Promise.reject(new AppError('PHOTO_UNREADABLE'))
  const found = await retryCodes(ask, PHOTO, { ...nobody, larger, budgetMs: 400 })
  assert.deepEqual(found.codes, [OURS])
  assert.equal(asked.at(-1), 'codes double')
})

test('a look that takes too long is the last one, and has no more time than is left and a little', async () => {
  const asked: number[] = []
  const ask: AskForCodes<Raster> = async (_, { patienceMs }) => {
    asked.push(patienceMs)
    return asked.length === 1 ? [] : null
  }
  await retryCodes(ask, PHOTO, { ...nobody, budgetMs: 400 })
  assert.equal(asked.length, 2)
  for (const ms of asked) assert.ok(ms > 0 && ms <= 800, `${ms}`)
})

test('a picture that is large already is not made larger', async () => {
  const large = raster(2016, 1512)
  const { ask, asked } = thread({})
  await retryCodes(ask, large, { ...nobody, budgetMs: 400 })
  assert.ok(asked.length > 0)
  assert.ok(!asked.some((each) => each.includes('double')))
})
