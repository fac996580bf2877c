import { PersonRefusal } from '../telegram/person-refusal.ts'
import type { MessageView } from '../telegram/types.ts'
import type { DriverClient } from './client.ts'

const PATIENCE_MS = 30_000

/** A chat by its title in the person's list, or by its id. */
export type Place = number | string

/** Words a message has, or a pattern for them. */
export type Words = string | RegExp

/** What one person sees, and how they find things on it. */
export type PhoneScreen = ReturnType<typeof createPhoneScreen>

/** Whether a text has these words. */
export function hasWords(text: string, words: Words): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text)
}

/** The label of the first button of a message that fits, if there is one. */
export function findLabel(message: MessageView, label: Words): string | undefined {
  const labels = message.buttons.flat().map((each) => each.label)
  return labels.find((each) => (typeof label === 'string' ? each === label : label.test(each)))
}

/** A person's screen. Every wait ends as soon as it shows what was waited for. */
export function createPhoneScreen(driver: DriverClient, person: string) {
  const botChat = async (): Promise<number> => (await driver.pulse()).bot.id

  /** Looks whenever something has changed, until `look` finds something. */
  const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
    const deadline = Date.now() + PATIENCE_MS
    for (let { cursor } = await driver.pulse(); ; ) {
      const found = await look()
      if (found !== undefined) return found
      if (Date.now() > deadline) {
        const screen = (await driver.messages(person, await botChat())).map(({ text }) => text)
        throw new Error(
          `${person} waited in vain for ${what}. The screen:\n${screen.join('\n---\n')}`,
        )
      }
      cursor = (await driver.pulse(cursor, 2000)).cursor
    }
  }

  const messageThat = (chat: number, what: string, fits: (message: MessageView) => boolean) =>
    until(what, async () => (await driver.messages(person, chat)).findLast(fits))

  return {
    botChat,
    until,
    /** Waits for the newest message with these words. */
    messageWith: (chat: number, words: Words) =>
      messageThat(chat, `"${words}"`, ({ text }) => hasWords(text, words)),
    /** Waits for the newest message with this button. */
    messageWithButton: (chat: number, label: Words) =>
      messageThat(chat, `the button "${label}"`, (each) => findLabel(each, label) !== undefined),
    /** Waits for the newest message with these words that has a picture or a file. */
    pictureWith: (chat: number, words: Words) =>
      messageThat(
        chat,
        `a picture with "${words}"`,
        ({ text, photo, file }) => hasWords(text, words) && (photo !== null || file !== null),
      ),
    /** The chat meant; the one with the bot when none is named. @throws PersonRefusal `chat-not-found` */
    async chatAt(place?: Place): Promise<number> {
      if (place === undefined) return botChat()
      if (typeof place === 'number') return place
      const found = (await driver.chats(person)).find(({ title }) => title === place)
      if (found === undefined) throw new PersonRefusal('chat-not-found', place)
      return found.chatId
    },
  }
}
