import type { Clock } from './clock.ts'
import { createOvertaking } from './overtaking.ts'
import { conflict, conflicts, type Refusal } from './refusals.ts'
import type { Wire } from './wire.ts'

/** Seconds an update waits for a bot before it is dropped. */
const lifetimes = {
  message: 86_400,
  edited_message: 86_400,
  my_chat_member: 86_400,
  chat_member: 86_400,
  callback_query: 150,
  inline_query: 30,
  chosen_inline_result: 600,
} as const

/** Kinds of update this server sends. */
export type UpdateKind = keyof typeof lifetimes

/** Kinds that a bot gets only when it asks for them by name. */
const onRequest: ReadonlySet<string> = new Set([
  'chat_member',
  'message_reaction',
  'message_reaction_count',
])

/** An update that waits. Updates of one lane reach a webhook in order. */
export type QueuedUpdate = {
  id: number
  kind: UpdateKind
  lane: string
  body: Wire
  /** Unix milliseconds. */
  expiresAt: number
}

/** Arguments of `getUpdates`, already numbers. */
export type PollOptions = { offset: number; limit: number; timeout: number }

/** The one queue of a bot. An update leaves it when confirmed, expired or cleared, not when read. */
export type UpdateQueue = {
  /** Adds an update, unless the bot does not want its kind. */
  push(kind: UpdateKind, content: Wire, lane: string): void
  /** @throws Refusal 409 when another reader takes over. */
  poll(options: PollOptions, signal?: AbortSignal): Promise<Wire[]>
  /** Ends a waiting poll with 409. */
  interrupt(reason: string): void
  /** A 409 now, or three seconds later when the last was less than three seconds ago. */
  conflict(reason: string): Promise<Refusal>
  /** Kinds wanted, or null for the default. */
  allowed(): string[] | null
  allow(kinds: string[]): void
  waiting(): QueuedUpdate[]
  confirm(id: number): void
  clear(): void
  onPush(listener: () => void): void
  /** Test hook: the next `times` updates come twice. */
  duplicateNext(times: number): void
  /** Test hook: until turned off every update comes twice, and lanes overtake each other. */
  setUnruly(isUnruly: boolean): void
  /** Test hook: this update comes once more, confirmed or not. False when it was never sent. */
  deliverAgain(id: number): boolean
}

type Waiting = {
  options: PollOptions
  answer: (updates: Wire[]) => void
  fail: (error: Refusal) => void
}

/** An empty queue whose first update has id `firstId`. */
export function createUpdateQueue(clock: Clock, firstId: number): UpdateQueue {
  let queue: QueuedUpdate[] = []
  const sent = new Map<number, QueuedUpdate>()
  let again: QueuedUpdate[] = []
  let nextId = firstId
  let wanted: string[] | null = null
  let poller: Waiting | null = null
  let previous = { offset: Number.NaN, at: 0 }
  let nextConflictAt = 0
  let duplicates = 0
  let isWakeDue = false
  let isUnruly = false
  const overtaking = createOvertaking(clock)
  const listeners = new Set<() => void>()

  function prune() {
    queue = queue.filter(({ expiresAt }) => expiresAt > clock.now())
    again = again.filter(({ expiresAt }) => expiresAt > clock.now())
  }

  /** Keeps an update that was just delivered for a second time, when it is to come twice. */
  function keepForAgain(update: QueuedUpdate) {
    if (!isUnruly && duplicates === 0) return
    if (!isUnruly) duplicates -= 1
    again.push(update)
  }

  function conflictNow(reason: string): Promise<Refusal> {
    const error = conflict(reason)
    if (clock.now() >= nextConflictAt) {
      nextConflictAt = clock.now() + 3000
      return Promise.resolve(error)
    }
    return new Promise((resolve) => clock.after(3000, () => resolve(error)))
  }

  function interrupt(reason: string) {
    const ended = poller
    poller = null
    if (ended) void conflictNow(reason).then((error) => ended.fail(error))
  }

  function read({ offset, limit }: PollOptions): Wire[] {
    prune()
    if (offset < 0) queue = queue.slice(Math.max(0, queue.length + offset))
    else if (offset > 0 && offset <= nextId) queue = queue.filter(({ id }) => id >= offset)
    const repeated = again.splice(0, limit)
    const updates = queue.slice(0, limit - repeated.length)
    for (const update of updates) sent.set(update.id, update)
    for (const update of updates) keepForAgain(update)
    return [...repeated, ...updates].map(({ body }) => body)
  }

  function wake() {
    isWakeDue = false
    if (!poller) return
    const updates = read(poller.options)
    if (updates.length === 0) return
    const { answer } = poller
    poller = null
    answer(updates)
  }

  function wakeSoon() {
    if (isWakeDue) return
    isWakeDue = true
    setImmediate(wake)
  }

  function wait(options: PollOptions, signal?: AbortSignal): Promise<Wire[]> {
    interrupt(conflicts.otherPoll)
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { options, answer, fail }
      const cancel = clock.after(options.timeout * 1000, () => leave([]))
      function answer(updates: Wire[]) {
        cancel()
        resolve(updates)
      }
      function fail(error: Refusal) {
        cancel()
        reject(error)
      }
      function leave(updates: Wire[]) {
        if (poller === waiting) poller = null
        answer(updates)
      }
      signal?.addEventListener('abort', () => leave([]), { once: true })
      poller = waiting
    })
  }

  return {
    push(kind, content, lane) {
      if (wanted ? !wanted.includes(kind) : onRequest.has(kind)) return
      const add = () => {
        const id = nextId++
        const expiresAt = clock.now() + lifetimes[kind] * 1000
        queue.push({ id, kind, lane, body: { update_id: id, [kind]: content }, expiresAt })
        wakeSoon()
        for (const listener of listeners) listener()
      }
      if (isUnruly) overtaking.push(lane, add)
      else add()
    },
    poll(options, signal) {
      const since = clock.now() - previous.at
      const isRepeat = options.offset === previous.offset
      const timeout = isRepeat && since < 3000 ? Math.max(options.timeout, 3) : options.timeout
      const limit = isRepeat && since < 500 ? 1 : options.limit
      previous = { offset: options.offset, at: clock.now() }
      const updates = read({ ...options, limit })
      if (updates.length > 0 || timeout === 0 || signal?.aborted) return Promise.resolve(updates)
      // A negative offset has done its work: from here on only new updates count.
      const offset = Math.max(0, options.offset)
      return wait({ offset, limit, timeout }, signal)
    },
    interrupt,
    conflict: conflictNow,
    allowed: () => wanted,
    allow(kinds) {
      wanted = kinds.length > 0 ? kinds : null
    },
    waiting() {
      prune()
      return [...again, ...queue]
    },
    confirm(id) {
      const repeated = again.findIndex((entry) => entry.id === id)
      if (repeated >= 0) {
        again.splice(repeated, 1)
        return
      }
      const update = queue.find((entry) => entry.id === id)
      queue = queue.filter((entry) => entry.id !== id)
      if (!update) return
      sent.set(id, update)
      keepForAgain(update)
    },
    clear() {
      queue = []
      again = []
    },
    onPush: (listener) => listeners.add(listener),
    duplicateNext(times) {
      duplicates += times
    },
    setUnruly(value) {
      isUnruly = value
      if (!value) overtaking.flush()
    },
    deliverAgain(id) {
      const update = sent.get(id) ?? queue.find((entry) => entry.id === id)
      if (!update) return false
      again.push(update)
      wakeSoon()
      for (const listener of listeners) listener()
      return true
    },
  }
}
