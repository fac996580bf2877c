import sharp from 'sharp'
import { createBotApiServer } from '../../../src/sandbox/telegram/server.ts'
import { createTelegram, type TelegramOptions } from '../../../src/sandbox/telegram/telegram.ts'
import type {
  BotOptions,
  Exchange,
  MessageView,
  TelegramEvent,
} from '../../../src/sandbox/telegram/types.ts'
import type { Wire } from '../../../src/sandbox/telegram/wire.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the JSON they are.
export type Json = any

/** An answer of the Bot API as it came over HTTP. */
export type HttpAnswer = { status: number; headers: Headers; body: Json; result: Json }

/** A clock that stands still until moved. */
export function createFakeClock(startAt = 1_790_000_000_000) {
  let now = startAt
  let tasks: { at: number; task: () => void }[] = []
  return {
    now: () => now,
    after(ms: number, task: () => void) {
      const entry = { at: now + ms, task }
      tasks.push(entry)
      return () => {
        tasks = tasks.filter((other) => other !== entry)
      }
    },
    /** Moves time and runs what has become due. */
    advance(ms: number) {
      now += ms
      const due = tasks.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
      tasks = tasks.filter(({ at }) => at > now)
      for (const { task } of due) task()
    },
    /** How many timers wait. */
    waiting: () => tasks.length,
  }
}

/** A running server with one bot and two people: Mia has started the bot, Tom has not. */
export async function createTestWorld(
  options: TelegramOptions = {},
  botOptions: Partial<BotOptions> = {},
) {
  const exchanges: Exchange[] = []
  const telegram = createTelegram({
    isStrict: true,
    onExchange: (exchange) => exchanges.push(exchange),
    ...options,
  })
  const bot = telegram.createBot({ name: 'Scrip', username: 'scrip_bot', ...botOptions })
  const mia = telegram.createPerson({ firstName: 'Mia', username: 'mia', languageCode: 'en' })
  const tom = telegram.createPerson({ firstName: 'Tom', lastName: 'Li' })
  mia.openLink('https://t.me/scrip_bot')
  mia.start(bot.id)
  const server = await createBotApiServer({ telegram })

  async function call(
    method: string,
    parameters: Wire | FormData = {},
    token = bot.token,
    signal?: AbortSignal,
  ): Promise<HttpAnswer> {
    const isForm = parameters instanceof FormData
    const response = await fetch(`${server.url}/bot${token}/${method}`, {
      method: 'POST',
      body: isForm ? parameters : JSON.stringify(parameters),
      ...(!isForm && { headers: { 'content-type': 'application/json' } }),
      ...(signal && { signal }),
    })
    const body = (await response.json()) as Json
    return { status: response.status, headers: response.headers, body, result: body.result }
  }

  let drains = 0

  /** Takes and confirms everything that waits. Offsets differ, so that the spin guard stays out of it. */
  async function drain(): Promise<Json[]> {
    drains += 1
    const { result } = await call('getUpdates', { offset: drains })
    const last = result.at(-1)
    if (last) await call('getUpdates', { offset: last.update_id + 1 })
    return result
  }

  /** The first event after a cursor that fits. */
  async function event(fits: (event: TelegramEvent) => boolean, after = 0): Promise<TelegramEvent> {
    for (let cursor = after; ; ) {
      for (const one of await telegram.waitFor(cursor)) {
        cursor = one.cursor
        if (fits(one)) return one
      }
    }
  }

  /** Waits until a person sees a new message that fits. */
  async function message(
    personId: number,
    fits: (message: MessageView) => boolean,
    after = 0,
  ): Promise<MessageView> {
    const found = await event(
      (one) => one.type === 'message-new' && one.personId === personId && fits(one.message),
      after,
    )
    if (found.type !== 'message-new') throw new Error('unreachable')
    return found.message
  }

  return { telegram, bot, mia, tom, server, call, drain, event, message, exchanges }
}

/** What {@link createTestWorld} makes. */
export type TestWorld = Awaited<ReturnType<typeof createTestWorld>>

/** A picture of one colour. */
export async function picture(width = 640, height = 480, colour = '#a03020'): Promise<Buffer> {
  return await sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
}

/** A multipart body. */
export function form(fields: Record<string, string | Buffer>): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') body.set(name, value)
    else body.set(name, new Blob([new Uint8Array(value)]), `${name}.jpg`)
  }
  return body
}
