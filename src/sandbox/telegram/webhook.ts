import type { Clock } from './clock.ts'
import type { QueuedUpdate, UpdateQueue } from './updates.ts'
import { isWire, type Wire, wire } from './wire.ts'

/** Where updates go instead of `getUpdates`. */
export type WebhookTarget = { url: string; secret: string; maxConnections: number }

/** Delivers one queue by HTTP. Order holds inside a lane; lanes run side by side. */
export type Webhook = {
  target(): WebhookTarget | null
  /** Unix milliseconds of the last `setWebhook` with an address. */
  setAt(): number
  start(target: WebhookTarget): void
  stop(): void
  /** The WebhookInfo object. */
  info(): Wire
}

/** What a webhook needs from outside. */
export type WebhookDeps = {
  clock: Clock
  queue: UpdateQueue
  /** Runs a method that the bot put into its answer. */
  execute: (method: string, body: Wire) => void
  report: (update: Wire, status: number, problem: string | null) => void
  /** Random share of 60 seconds, 0 to 1. */
  random: () => number
}

type Attempt = { fails: number; delay: number; wakeAt: number }

const notFromWebhook = /^(?:get.*|setwebhook|deletewebhook|close|logout)$/

/** A webhook that is not set. */
export function createWebhook({ clock, queue, execute, report, random }: WebhookDeps): Webhook {
  let target: WebhookTarget | null = null
  let setAt = Number.NEGATIVE_INFINITY
  let lastError: { at: number; text: string } | null = null
  let attempts = new Map<number, Attempt>()
  let busy = new Set<string>()
  let cancelWake: (() => void) | null = null

  function attemptFor(update: QueuedUpdate): Attempt {
    const known = attempts.get(update.id)
    if (known) return known
    const attempt = { fails: 0, delay: 1, wakeAt: 0 }
    attempts.set(update.id, attempt)
    return attempt
  }

  function onFailure(update: QueuedUpdate, text: string, retryAfter: number) {
    lastError = { at: clock.now(), text }
    const attempt = attemptFor(update)
    let wait = Math.min(3600, retryAfter)
    if (wait === 0 && attempt.fails > 0) {
      attempt.delay = Math.min(60 + 60 * random(), attempt.delay * 2)
      wait = attempt.delay
    }
    attempt.fails += 1
    attempt.wakeAt = clock.now() + wait * 1000
    if (attempt.wakeAt > update.expiresAt) done(update)
  }

  function done(update: QueuedUpdate) {
    attempts.delete(update.id)
    queue.confirm(update.id)
  }

  async function send(update: QueuedUpdate, to: WebhookTarget): Promise<void> {
    try {
      const response = await fetch(to.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(to.secret && { 'x-telegram-bot-api-secret-token': to.secret }),
        },
        body: JSON.stringify(update.body),
        redirect: 'manual',
        signal: AbortSignal.timeout(60_000),
      })
      const text = await response.text()
      if (target !== to) return
      if (response.ok) {
        report(update.body, response.status, null)
        done(update)
        runAnswer(text)
        return
      }
      const problem = `Wrong response from the webhook: ${response.status} ${response.statusText}`
      report(update.body, response.status, problem)
      onFailure(update, problem, Number(response.headers.get('retry-after')) || 0)
    } catch (error) {
      if (target !== to) return
      const isTimeout = error instanceof Error && error.name === 'TimeoutError'
      const problem = isTimeout ? 'Read timeout expired' : 'Connection refused'
      report(update.body, 0, problem)
      onFailure(update, problem, 0)
    }
  }

  function runAnswer(text: string) {
    let body: unknown = null
    try {
      body = JSON.parse(text)
    } catch {
      return
    }
    const method = isWire(body) && typeof body['method'] === 'string' ? body['method'] : ''
    if (isWire(body) && method && !notFromWebhook.test(method.toLowerCase())) execute(method, body)
  }

  function pump() {
    cancelWake?.()
    cancelWake = null
    const to = target
    if (!to) return
    let nextAt = Number.POSITIVE_INFINITY
    const seen = new Set(busy)
    for (const update of queue.waiting()) {
      if (seen.has(update.lane)) continue
      seen.add(update.lane)
      const { wakeAt } = attemptFor(update)
      if (wakeAt > clock.now()) nextAt = Math.min(nextAt, wakeAt)
      else if (busy.size < to.maxConnections) deliver(update, to)
    }
    if (nextAt < Number.POSITIVE_INFINITY) cancelWake = clock.after(nextAt - clock.now(), pump)
  }

  function deliver(update: QueuedUpdate, to: WebhookTarget) {
    busy.add(update.lane)
    const lanes = busy
    void send(update, to).then(() => {
      lanes.delete(update.lane)
      if (target === to) pump()
    })
  }

  queue.onPush(() => pump())

  return {
    target: () => target,
    setAt: () => setAt,
    start(next) {
      target = next
      setAt = clock.now()
      lastError = null
      attempts = new Map()
      busy = new Set()
      pump()
    },
    stop() {
      target = null
      lastError = null
      cancelWake?.()
      cancelWake = null
    },
    info: () =>
      wire({
        url: target?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: queue.waiting().length,
        last_error_date: lastError && Math.floor(lastError.at / 1000),
        last_error_message: lastError?.text,
        max_connections: target?.maxConnections,
        allowed_updates: queue.allowed(),
      }),
  }
}
