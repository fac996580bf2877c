import type { PersonHandle } from '../telegram/people.ts'
import { PersonRefusal } from '../telegram/person-refusal.ts'
import type { InlineView, LinkResult, PressResult } from '../telegram/types.ts'
import type { World } from '../world/world.ts'
import { readScreen } from './camera.ts'
import { createDriverLog, type DriverLog } from './driver-log.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createTallies, type Tallies } from './tally.ts'

/** A person of the world, under the driver's name. */
export type DriverPerson = {
  person: string
  name: string
  role: string
  telegramId: number
  account: string
  locale: string
}

/** What opening an address led to. */
export type OpenResult = LinkResult | { type: 'wallet' }

/** A press, and where a link button led. */
export type DriverPress = PressResult & { opened?: OpenResult }

/** A button under a message, by what is written on it. */
export type Press = { chat: number; message: number; label: string }

/** A message on somebody's screen. */
export type Screen = { person: string; chat: number; message: number }

/**
 * Acts as people by what they see, and as their wallets. Everything that happens in the world goes through here: page, demo
 * and tests have no other way in.
 */
export type Driver = {
  log: DriverLog
  world: World
  people(): DriverPerson[]
  handle(person: string): PersonHandle
  addPerson(input: {
    person: string
    name: string
    role: string
    locale: string
    native?: bigint
    coin?: bigint
  }): Promise<DriverPerson>
  press(person: string, chat: number, message: number, label: string): Promise<DriverPress>
  open(person: string, url: string): Promise<OpenResult>
  inline(person: string, chat: number, text: string): Promise<InlineView>
  /**
   * Presses a share button and chooses one of the chats it offers; the strip of results in that chat.
   * @throws PersonRefusal `no-such-chat` for one that the button does not offer.
   */
  share(person: string, press: Press, to: number): Promise<InlineView>
  /** What a camera reads from a picture on somebody's screen. @throws PersonRefusal `no-picture`, `no-code` */
  read(screen: Screen): Promise<string>
  /** Points the person's camera at a picture on somebody's screen, and opens what it reads. */
  scan(person: string, screen: Screen): Promise<OpenResult>
  /** What each person did. */
  tallies: Tallies
  ledger(): Promise<Ledger>
  killBot(): Promise<void>
  startBot(): Promise<void>
  reorganise(input: { depth: number; keepTransactions: boolean }): Promise<unknown>
  setRelay(on: boolean): Promise<void>
  close(): Promise<void>
}

const LEDGER_MS = 500
const WALLET_LINK = /wc%3A|wc:|\/wc\?/i

/** Puts the driver over a world. */
export function createDriver(world: World): Driver {
  const log = createDriverLog()
  const tallies = createTallies()
  const people = new Map<string, DriverPerson>()
  const byTelegramId = new Map<number, string>()
  const closing = new AbortController()
  const { rights, coin, chainId, firstBlock } = world.stage
  const readLedger = createLedger({ rpcUrl: world.chainUrl, chainId, rights, coin, firstBlock })
  const ledger = () => readLedger([...people.values()])

  const handle = (person: string): PersonHandle => {
    const known = people.get(person)
    if (known === undefined) throw new Error(`there is nobody called ${person}`)
    return world.telegram.person(known.telegramId)
  }

  const open = async (person: string, url: string): Promise<OpenResult> => {
    if (WALLET_LINK.test(url)) {
      await world.wallets.open(person, url)
      return { type: 'wallet' }
    }
    return handle(person).openLink(url)
  }

  const read = (screen: Screen): Promise<string> => {
    const shown = handle(screen.person).messages(screen.chat)
    const message = shown.find(({ messageId }) => messageId === screen.message)
    return readScreen(message, world.telegram)
  }

  void follow(async (after: number) => {
    const events = await world.telegram.waitFor(after, closing.signal)
    for (const event of events) {
      const person = byTelegramId.get(event.personId)
      if (person !== undefined) log.add({ type: 'telegram', person, event })
    }
    return events.at(-1)?.cursor ?? after
  })
  void follow(async (after: number) => {
    const events = await world.wallets.events(after, 20_000)
    for (const event of events) log.add({ type: 'wallet', person: event.person, event })
    return events.at(-1)?.seq ?? after
  })
  void followLedger()

  return {
    log,
    world,
    people: () => [...people.values()],
    handle,
    async addPerson({ person, name, role, locale, native = 10n ** 18n, coin: coins = 0n }) {
      if (people.has(person)) throw new Error(`${person} is there already`)
      const telegram = world.telegram.createPerson({ firstName: name, languageCode: locale })
      const { account } = await world.wallets.create(person)
      await world.chain.fund({ account, native, coin: coins })
      const added = { person, name, role, telegramId: telegram.id, account, locale }
      people.set(person, added)
      byTelegramId.set(telegram.id, person)
      log.add({ type: 'person', person })
      return added
    },
    async press(person, chat, message, label) {
      const result = await handle(person).press(chat, message, label)
      return result.type === 'url' ? { ...result, opened: await open(person, result.url) } : result
    },
    open,
    inline: (person, chat, text) => handle(person).typeInline(chat, text),
    async share(person, { chat, message, label }, to) {
      const result = await handle(person).press(chat, message, label)
      if (result.type !== 'inline') throw new PersonRefusal('no-such-button', label)
      const { bot, query, chatId, chats } = result.draft
      if (to !== chatId && !chats.includes(to)) throw new PersonRefusal('no-such-chat', `${to}`)
      tallies.count(person, 'taps', to === chatId ? 1 : 2)
      return handle(person).typeInline(to, `@${bot} ${query}`)
    },
    read,
    scan: async (person, screen) => open(person, await read(screen)),
    tallies,
    ledger,
    killBot: () => world.botProcess.kill(),
    async startBot() {
      await world.botProcess.start()
      log.add({ type: 'bot', state: 'running' })
    },
    reorganise: (input) => world.chain.reorganise(input),
    async setRelay(on) {
      await (on ? world.relay.on() : world.relay.off())
      log.add({ type: 'relay', state: on ? 'on' : 'off' })
    },
    async close() {
      closing.abort()
      await world.close()
    },
  }

  async function follow(read: (after: number) => Promise<number>): Promise<void> {
    let after = 0
    while (!closing.signal.aborted) {
      try {
        after = await read(after)
      } catch {
        // The process is going down or coming up; look again at the next turn.
        await pause()
      }
    }
  }

  async function followLedger(): Promise<void> {
    let last = ''
    while (!closing.signal.aborted) {
      await pause()
      const now = await ledger().catch(() => null)
      const text = JSON.stringify({ ...now, block: 0 })
      if (now === null || text === last) continue
      last = text
      log.add({ type: 'ledger', ledger: now })
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LEDGER_MS)
      closing.signal.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
}
