import type { Sandbox } from '../driver/open-sandbox.ts'
import type { Phone } from '../driver/phone.ts'
import type { MessageView } from '../telegram/types.ts'
import type { Prompt } from '../wallets/prompt.ts'
import { describePrompt } from './describe-prompt.ts'
import type { Stage } from './stage.ts'

/** Who plays in the demo, and what every chapter needs of them. */
export type Story = {
  stage: Stage
  sandbox: Sandbox
  ben: Actor
  lin: Actor
  mia: Actor
  gus: Actor
  /** What the chain has now: balances and every right. */
  showLedger(): Promise<Awaited<ReturnType<Sandbox['driver']['ledger']>>>
}

/** A person on the stage: whatever they do or see is printed. */
export type Actor = {
  name: string
  phone: Phone
  /** Waits for words in the chat with the bot and shows the whole message; `picture` keeps its picture. */
  sees(words: string | RegExp, picture?: string): Promise<MessageView>
  /** Does something, waits for the answer, and shows it. */
  answers(words: string | RegExp, act: () => Promise<unknown>): Promise<MessageView>
  /** Says what they do and does it. */
  does(what: string, act: () => Promise<unknown>): Promise<void>
  presses(label: string | RegExp): Promise<void>
  says(text: string): Promise<void>
  /** The wallet's question is printed and approved. */
  approves(kind: Prompt['kind']): Promise<void>
  /** Opens a link and presses START, or only presses START in a chat that is open. */
  starts(link?: string): Promise<void>
}

/** Puts a person on the stage. */
export function createActor(stage: Stage, sandbox: Sandbox, person: string, name: string): Actor {
  const phone = stage.phone(person)
  return {
    name,
    phone,
    async sees(words, picture) {
      const message = await phone.sees(words)
      await stage.screen(name, message, picture)
      return message
    },
    async answers(words, act) {
      const message = await phone.seesAnswer(words, act)
      await stage.screen(name, message)
      return message
    },
    async does(what, act) {
      stage.does(name, what)
      await act()
    },
    async presses(label) {
      stage.does(name, `presses ${typeof label === 'string' ? label : label.source}.`)
      await phone.presses(label)
    },
    async says(text) {
      stage.does(name, `types: ${text}`)
      await phone.says(text)
    },
    async approves(kind) {
      const prompt = await phone.approves(kind)
      stage.wallet(name, describePrompt(prompt))
      stage.does(name, 'approves.')
    },
    async starts(link) {
      if (link !== undefined) return phone.starts(link)
      await sandbox.driver.start(person, await phone.botChat())
    },
  }
}

/** The trade link in a message. @throws Error when there is none */
export function linkIn({ text }: MessageView): string {
  const found = /https:\/\/t\.me\/\S+start=[A-Za-z0-9_-]+/.exec(text)?.[0]
  if (found === undefined) throw new Error(`no link in: ${text}`)
  return found
}
