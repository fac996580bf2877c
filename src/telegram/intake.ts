import { setTimeout } from 'node:timers/promises'
import { type Api, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Failpoint } from '../domain/failpoint.ts'
import type { Store } from '../ports/store.ts'

const ALLOWED = [
  'message',
  'callback_query',
  'inline_query',
  'chosen_inline_result',
  'my_chat_member',
] as const
const POLL_SECONDS = 30
const PAUSE_MS = 1000

/**
 * Fetches updates and writes each into the inbox before Telegram is told that it arrived, which the next poll's offset
 * does; a kill in between brings the update again, and its key drops the repeat. Works nothing off itself.
 */
export function startIntake(deps: {
  api: Api
  store: Store
  failpoint: Failpoint
  afterWork: () => void
  onError: (error: unknown) => void
}): { stop(): Promise<void> } {
  const { api, store, failpoint } = deps
  const stopping = new AbortController()

  const take = (updates: Update[]) =>
    store.transaction(async (unit) => {
      for (const update of updates) {
        const key = `update:${update.update_id}`
        await unit.inbox.add({ key, lane: laneOf(update), item: { type: 'update', update } })
      }
      failpoint('intake:before-commit')
      unit.afterCommit(() => failpoint('intake:after-commit'))
    })

  const poll = async () => {
    let offset = 0
    while (!stopping.signal.aborted) {
      try {
        const updates = await api.getUpdates(
          { offset, timeout: POLL_SECONDS, allowed_updates: [...ALLOWED] },
          stopping.signal as Parameters<Api['getUpdates']>[1],
        )
        if (updates.length === 0) continue
        await take(updates)
        offset = (updates.at(-1)?.update_id ?? 0) + 1
        deps.afterWork()
      } catch (error) {
        if (stopping.signal.aborted) return
        deps.onError(error)
        await pause(error, stopping.signal)
      }
    }
  }

  const running = poll()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** Updates of one person stay in order; group messages by their sender. */
function laneOf(update: Update): string {
  const from =
    update.message?.from ??
    update.callback_query?.from ??
    update.inline_query?.from ??
    update.chosen_inline_result?.from ??
    update.my_chat_member?.from
  return `person:${from?.id ?? 0}`
}

async function pause(error: unknown, signal: AbortSignal): Promise<void> {
  const seconds = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) : 0
  // It takes its listener off again: the signal lives as long as the bot.
  await setTimeout(seconds * 1000 + PAUSE_MS, undefined, { signal }).catch(() => undefined)
}
