import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { test } from 'node:test'
import type { Api } from 'grammy'
import type { Store } from '../../src/ports/store.ts'
import { startIntake } from '../../src/telegram/intake.ts'

// Each failed poll left a listener on the signal that ends the intake, for as long as the bot ran.
test('a poll that fails leaves nothing behind', { timeout: 10_000 }, async () => {
  const again = Promise.withResolvers<AbortSignal>()
  let polls = 0
  const getUpdates = async (_: unknown, signal: AbortSignal) => {
    polls += 1
    if (polls === 3) again.resolve(signal)
    if (polls < 3) throw new Error('down')
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject()))
  }
  const intake = startIntake({
    api: { getUpdates } as unknown as Api,
    store: {} as Store,
    failpoint: () => {},
    afterWork: () => {},
    onError: () => {},
  })
  const signal = await again.promise
  // Its own one.
  assert.equal(getEventListeners(signal, 'abort').length, 1)
  await intake.stop()
})
