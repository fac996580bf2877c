import type { MessageView } from '../telegram/types.ts'
import type { Prompt } from '../wallets/prompt.ts'
import type { DriverClient } from './client.ts'

const PATIENCE_MS = 30_000

/** One person acting by what they see: words on the screen and labels on buttons. */
export type Phone = ReturnType<typeof createPhone>

/** Takes a person's phone in hand. Every wait ends as soon as the screen shows what was waited for. */
export function createPhone(driver: DriverClient, person: string) {
  const botChat = async (): Promise<number> => {
    const { bot } = await driver.world()
    return bot.id
  }

  /** Looks whenever something has changed, until `look` finds something. */
  const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const { cursor } = await driver.world()
      const found = await look()
      if (found !== undefined) return found
      if (Date.now() > deadline) {
        const screen = (await driver.messages(person, await botChat())).map(({ text }) => text)
        throw new Error(
          `${person} waited in vain for ${what}. The screen:\n${screen.join('\n---\n')}`,
        )
      }
      await driver.events(cursor, 2000)
    }
  }

  const messageWith = (chat: number, words: string | RegExp) =>
    until(`"${words}"`, async () => {
      const shown = await driver.messages(person, chat)
      return shown.findLast(({ text }) =>
        typeof words === 'string' ? text.includes(words) : words.test(text),
      )
    })

  const messageWithButton = (chat: number, label: string | RegExp) =>
    until(`the button "${label}"`, async () => {
      const shown = await driver.messages(person, chat)
      return shown.findLast((each) => findLabel(each, label) !== undefined)
    })

  return {
    person,
    botChat,
    until,
    /** Waits for words in the chat with the bot. */
    sees: async (words: string | RegExp) => messageWith(await botChat(), words),
    seesIn: messageWith,
    /** Presses the newest button with this label in the chat with the bot. */
    async presses(label: string | RegExp) {
      const chat = await botChat()
      const message = await messageWithButton(chat, label)
      return driver.press(person, chat, message.messageId, findLabel(message, label) ?? '')
    },
    async pressesIn(chat: number, label: string | RegExp) {
      const message = await messageWithButton(chat, label)
      return driver.press(person, chat, message.messageId, findLabel(message, label) ?? '')
    },
    /** Opens a link and presses START. */
    async starts(link: string) {
      const opened = await driver.open(person, link)
      if (opened.type !== 'chat') throw new Error(`${link} opens no chat`)
      await driver.start(person, opened.chatId)
    },
    async says(text: string) {
      await driver.say(person, await botChat(), text)
    },
    /** Waits for the wallet's question. */
    asked: (kind: Prompt['kind']) =>
      until(`the wallet's ${kind} question`, async () => {
        const { prompts } = await driver.wallet(person)
        return prompts.find((each) => each.kind === kind)
      }),
    async approves(kind: Prompt['kind']) {
      const prompt = await this.asked(kind)
      await driver.decide(person, prompt.id, 'approve')
      return prompt
    },
    async rejects(kind: Prompt['kind']) {
      const prompt = await this.asked(kind)
      await driver.decide(person, prompt.id, 'reject')
    },
  }
}

function findLabel(message: MessageView, label: string | RegExp): string | undefined {
  const labels = message.buttons.flat().map((each) => each.label)
  return labels.find((each) => (typeof label === 'string' ? each === label : label.test(each)))
}
