import { PersonRefusal } from '../telegram/person-refusal.ts'
import type { MessageView } from '../telegram/types.ts'
import type { Prompt } from '../wallets/prompt.ts'
import type { DriverClient } from './client.ts'
import { createPhoneGroups } from './phone-groups.ts'
import { createPhoneMessages } from './phone-messages.ts'
import { createPhoneScreen, findLabel, hasWords, type Place, type Words } from './phone-screen.ts'

const MOST_TRIES = 3

/** One person acting by what they see: words on the screen and labels on buttons. */
export type Phone = ReturnType<typeof createPhone>

/**
 * Takes a person's phone in hand. Every wait ends as soon as the screen shows what was waited for; what the screen does not
 * offer is refused, with the reason as the error's `code`.
 */
export function createPhone(driver: DriverClient, person: string) {
  const screen = createPhoneScreen(driver, person)
  const { botChat, until, messageWith, messageWithButton, pictureWith, chatAt } = screen

  // A card may move to the bottom of the chat between the look and the tap; a person sees that, and taps it there.
  const pressesIn = async (
    chat: number,
    label: Words,
    tries = MOST_TRIES,
  ): ReturnType<DriverClient['press']> => {
    const message = await messageWithButton(chat, label)
    const name = findLabel(message, label) ?? ''
    return driver.press(person, chat, message.messageId, name).catch((refusal: unknown) => {
      if (tries === 1 || !hasMoved(refusal)) throw refusal
      return pressesIn(chat, label, tries - 1)
    })
  }

  const asked = (kind: Prompt['kind']) =>
    until(`the wallet's ${kind} question`, async () => {
      const { prompts } = await driver.wallet(person)
      return prompts.find((each) => each.kind === kind)
    })

  /** The newest picture with these words on somebody else's phone. */
  const pictureOf = async (shown: { person: string }, words: Words, place?: Place) => {
    const theirs = createPhoneScreen(driver, shown.person)
    const { chatId, messageId } = await theirs.pictureWith(await theirs.chatAt(place), words)
    return { person: shown.person, chat: chatId, message: messageId }
  }

  return {
    person,
    botChat,
    until,
    ...createPhoneMessages(driver, person, screen),
    ...createPhoneGroups(driver, person, screen),
    /** Waits for words in the chat with the bot. */
    sees: async (words: Words) => messageWith(await botChat(), words),
    seesIn: messageWith,
    /**
     * Does something, and waits for a message that was not there before and has these words: what stands further up and
     * looks the same is not taken for the answer.
     */
    async seesAnswer(words: Words, act: () => Promise<unknown>) {
      const chat = await botChat()
      const before = (await driver.messages(person, chat)).at(-1)?.messageId ?? 0
      await act()
      return until(`a new message with "${words}"`, async () =>
        (await driver.messages(person, chat)).findLast(
          ({ messageId, mine, text }) => messageId > before && !mine && hasWords(text, words),
        ),
      )
    },
    /** Presses a button on a message that was found before. */
    async pressesOn(message: MessageView, label: Words) {
      const found = findLabel(message, label)
      if (found === undefined) throw new PersonRefusal('no-such-button', `${label}`)
      return driver.press(person, message.chatId, message.messageId, found)
    },
    /** Waits for a picture or a file with these words. */
    seesPicture: async (words: Words, place?: Place) => pictureWith(await chatAt(place), words),
    /** Presses the newest button with this label in the chat with the bot. */
    presses: async (label: Words) => pressesIn(await botChat(), label),
    pressesIn,
    /** Opens the private chat with somebody of the world, which share buttons then offer. */
    async opensChatWith(other: { person: string }) {
      const { people } = await driver.world()
      const found = people.find((each) => each.person === other.person)
      if (found === undefined) throw new PersonRefusal('no-such-contact', other.person)
      return driver.openChat(person, found.telegramId)
    },
    /** Opens a link, or what somebody reads out. */
    opens: (link: string) => driver.open(person, link),
    /** Opens a link and presses START. */
    async starts(link: string) {
      const opened = await driver.open(person, link)
      if (opened.type !== 'chat') throw new Error(`${link} opens no chat`)
      await driver.start(person, opened.chatId)
    },
    /** Points the camera at a picture on somebody's phone, and opens what it reads. */
    scans: async (shown: { person: string }, words: Words, place?: Place) =>
      driver.scan(person, await pictureOf(shown, words, place)),
    /** Points the camera at a picture on somebody's phone, and only reads. */
    reads: async (shown: { person: string }, words: Words, place?: Place) =>
      driver.camera(person, await pictureOf(shown, words, place)),
    /** Waits for the wallet's question. */
    asked,
    async approves(kind: Prompt['kind']) {
      const prompt = await asked(kind)
      await driver.decide(person, prompt.id, 'approve')
      return prompt
    },
    async rejects(kind: Prompt['kind']) {
      const prompt = await asked(kind)
      await driver.decide(person, prompt.id, 'reject')
    },
    /** What this person did since they began to count. */
    tally: () => driver.tally(person),
    /** Begins to count anew. */
    counts: () => driver.resetTally(person),
  }
}

function hasMoved(refusal: unknown): boolean {
  const code = refusal instanceof Error && 'code' in refusal ? refusal.code : null
  return code === 'message-not-found' || code === 'no-such-button'
}
