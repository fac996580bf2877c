import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError } from '../../src/domain/errors.ts'
import { createOneAtATime } from '../../src/vision/one-at-a-time.ts'

const isBusy = (error: unknown) => error instanceof AppError && error.code === 'VISION_BUSY'

test('work is done in the order in which it came, never two at once', async () => {
  const oneAtATime = createOneAtATime({ mostWaiting: 20, patienceMs: 5000, abandon: () => {} })
  const done: number[] = []
  let running = 0
  const works = Array.from({ length: 10 }, (_, at) =>
    oneAtATime(async () => {
      running += 1
      assert.equal(running, 1)
      await new Promise(setImmediate)
      running -= 1
      done.push(at)
      return at
    }),
  )
  assert.deepEqual(await Promise.all(works), [...works.keys()])
  assert.deepEqual(done, [...works.keys()])
})

test('more than may wait are told that it is busy, and later there is room again', async () => {
  const oneAtATime = createOneAtATime({ mostWaiting: 3, patienceMs: 5000, abandon: () => {} })
  const { promise, resolve } = Promise.withResolvers<void>()
  const works = Array.from({ length: 5 }, () => oneAtATime(() => promise))
  const refused = Promise.all(works.slice(3).map((work) => assert.rejects(work, isBusy)))
  resolve()
  await Promise.all([...works.slice(0, 3), refused])
  assert.equal(await oneAtATime(async () => 'room'), 'room')
})

test('work that fails, or never ends, holds nobody up', async () => {
  let abandoned = 0
  const abandon = () => {
    abandoned += 1
  }
  const oneAtATime = createOneAtATime({ mostWaiting: 5, patienceMs: 20, abandon })
  const failing = oneAtATime(async () => {
    throw new Error('bad photo')
  })
  const endless = oneAtATime(() => new Promise<never>(() => {}))
  const next = oneAtATime(async () => 'next')
  await assert.rejects(failing, /bad photo/)
  await assert.rejects(
    endless,
    (error) => error instanceof AppError && error.code === 'PHOTO_TOO_SLOW',
  )
  assert.equal(await next, 'next')
  assert.equal(abandoned, 1, 'only what never ends is ended')
})
