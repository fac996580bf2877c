import type { Bot, Person } from './accounts.ts'
import { type Clock, createClock } from './clock.ts'
import { createEventLog } from './events.ts'
import { execute, traceDelivery } from './execute.ts'
import { createFaults, type Fault } from './faults.ts'
import { createFileStore } from './files.ts'
import { parametersOfObject } from './parameters.ts'
import { createPersonHandle, type PersonHandle } from './people.ts'
import { createRateLimits } from './rate-limits.ts'
import type { BotOptions, Exchange, PersonOptions, TelegramEvent } from './types.ts'
import { createUpdateQueue } from './updates.ts'
import { createWebhook } from './webhook.ts'
import type { World } from './world.ts'

/** How a local Telegram is made. */
export type TelegramOptions = {
  /** Unix milliseconds; the machine's clock when left out. */
  now?: () => number
  /** Replaces `now` together with the timers, for tests. */
  clock?: Clock
  /** Called for each call and each delivered update, in order. */
  onExchange?: (exchange: Exchange) => void
  /** Whether a result that does not match the specification is answered with 500. Off when left out. */
  isStrict?: boolean
  /** Whether a bot in privacy mode also gets group messages that name it. Off when left out. */
  showsMentions?: boolean
}

/** A bot of this world, as its owner sees it. */
export type BotHandle = {
  id: number
  username: string
  token: string
  /** Test hook: the next `times` updates are delivered twice. */
  duplicateNextUpdates(times: number): void
  /** Test hook: until turned off every update comes twice, and independent queues overtake each other. */
  setUnruly(isUnruly: boolean): void
  /** Test hook: delivers an update once more. False when it was never delivered. */
  deliverAgain(updateId: number): boolean
  /** Updates that wait. */
  pendingUpdates(): number
  /** Changes BotFather's settings. Privacy counts in groups joined from then on. */
  configure(
    settings: Partial<Pick<Bot, 'privacyMode' | 'inlineMode' | 'inlineFeedback' | 'canJoinGroups'>>,
  ): void
}

/** A Telegram of one's own: people and bots, chats, files, and the log of what people saw. */
export type Telegram = {
  world: World
  isStrict: boolean
  createPerson(options: PersonOptions): PersonHandle
  createBot(options: BotOptions): BotHandle
  /** @throws Error for an id that is no person's. */
  person(id: number): PersonHandle
  people(): PersonHandle[]
  /** Events after a cursor, for everybody; 0 is before the first. */
  events(after: number): TelegramEvent[]
  /** Resolves as soon as there is an event after the cursor; with none when `signal` aborts. */
  waitFor(after: number, signal?: AbortSignal): Promise<TelegramEvent[]>
  cursor(): number
  /** The bytes behind a PhotoView, or null. */
  picture(id: string): { bytes: Buffer; mimeType: string } | null
  /** The bytes behind a file in a message, or null. */
  file(id: string): { bytes: Buffer; mimeType: string; name: string } | null
  faults: { add(fault: Fault): void; clear(): void }
  /** Turns Telegram's sending limits on or off. */
  setStrictLimits(isStrict: boolean): void
  /** The bot with a token, or null. */
  botByToken(token: string): Bot | null
}

/** Makes an empty local Telegram. */
export function createTelegram(options: TelegramOptions = {}): Telegram {
  const clock = options.clock ?? createClock(options.now)
  const isStrict = options.isStrict ?? false
  const handles = new Map<number, PersonHandle>()
  let nextPersonId = 5_100_000_001
  let nextBotId = 7_200_000_001
  const world: World = {
    clock,
    log: createEventLog(clock),
    files: createFileStore(clock.now),
    faults: createFaults(),
    limits: createRateLimits(clock.now),
    accounts: new Map(),
    chats: new Map(),
    inlineMessages: new Map(),
    callbacks: new Map(),
    callbackCache: new Map(),
    inlineQueries: new Map(),
    inlineCache: new Map(),
    strips: new Map(),
    showsMentions: options.showsMentions ?? false,
    report: (exchange) => options.onExchange?.(exchange),
  }

  function createPerson(given: PersonOptions): PersonHandle {
    const person: Person = {
      kind: 'person',
      id: given.id ?? nextPersonId++,
      firstName: given.firstName,
      lastName: given.lastName ?? null,
      username: given.username ?? null,
      languageCode: given.languageCode ?? null,
      hidesForwards: given.hidesForwards ?? false,
      started: new Set(),
      blocked: new Set(),
    }
    if (world.accounts.has(person.id)) throw new Error(`id ${person.id} is taken`)
    world.accounts.set(person.id, person)
    const handle = createPersonHandle(world, person)
    handles.set(person.id, handle)
    return handle
  }

  function createBot(given: BotOptions): BotHandle {
    const id = given.id ?? nextBotId++
    const token = given.token ?? `${id}:AAlocal${'x'.repeat(28)}`
    const queue = createUpdateQueue(clock, 700_000_001)
    const bot: Bot = {
      kind: 'bot',
      id,
      firstName: given.name,
      lastName: null,
      username: given.username,
      token,
      privacyMode: given.privacyMode ?? true,
      inlineMode: given.inlineMode ?? true,
      inlineFeedback: given.inlineFeedback ?? true,
      canJoinGroups: given.canJoinGroups ?? true,
      commands: new Map(),
      names: new Map(),
      menuButtons: new Map(),
      descriptions: new Map(),
      shortDescriptions: new Map(),
      met: new Set(),
      queue,
      webhook: createWebhook({
        clock,
        queue,
        random: Math.random,
        report: (update, status, problem) => traceDelivery(world, bot, { update, status, problem }),
        execute: (method, body) =>
          void execute(world, bot, {
            method,
            parameters: parametersOfObject({ ...body, method: null }),
            signal: new AbortController().signal,
            isStrict,
          }),
      }),
    }
    if (world.accounts.has(id)) throw new Error(`id ${id} is taken`)
    world.accounts.set(id, bot)
    return {
      id,
      username: given.username,
      token,
      duplicateNextUpdates: (times) => queue.duplicateNext(times),
      setUnruly: (isUnruly) => queue.setUnruly(isUnruly),
      deliverAgain: (updateId) => queue.deliverAgain(updateId),
      pendingUpdates: () => queue.waiting().length,
      configure: (settings) => void Object.assign(bot, settings),
    }
  }

  function botByToken(token: string): Bot | null {
    for (const account of world.accounts.values()) {
      if (account.kind === 'bot' && account.token === token) return account
    }
    return null
  }

  return {
    world,
    isStrict,
    createPerson,
    createBot,
    person(id) {
      const handle = handles.get(id)
      if (!handle) throw new Error(`there is no person ${id}`)
      return handle
    },
    people: () => [...handles.values()],
    events: (after) => world.log.after(after),
    waitFor: (after, signal) => world.log.waitFor(after, signal),
    cursor: () => world.log.cursor(),
    picture(id) {
      const file = world.files.byUniqueId(id)
      return file?.folder === 'photos' ? { bytes: file.bytes, mimeType: 'image/jpeg' } : null
    },
    file: (id) => world.files.documentOf(id),
    faults: world.faults,
    setStrictLimits: (isOn) => world.limits.setStrict(isOn),
    botByToken,
  }
}
