import type { PersonHandle } from '../telegram/people.ts'
import type { InlineView, LinkResult, MessageView, PressResult } from '../telegram/types.ts'
import type { World } from '../world/world.ts'
import { createDriverLog, type DriverLog } from './driver-log.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { readQr } from './read-qr.ts'

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
  /** Points the person's camera at a picture on somebody else's screen. */
  scan(
    person: string,
    screen: { person: string; chat: number; message: number },
  ): Promise<OpenResult>
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
    async scan(person, screen) {
      const shown = handle(screen.person).messages(screen.chat)
      const photo = shown.find((each: MessageView) => each.messageId === screen.message)?.photo
      const picture = photo == null ? null : world.telegram.picture(photo.id)
      if (picture === null) throw new Error('there is no picture on that screen')
      const text = await readQr(picture.bytes)
      if (text === null) throw new Error('the camera finds no code in this picture')
      return open(person, text)
    },
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
