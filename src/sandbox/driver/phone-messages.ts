import { PersonRefusal } from '../telegram/person-refusal.ts'
import type { MessageView } from '../telegram/types.ts'
import type { DriverClient, Picture } from './client.ts'
import { findLabel, type PhoneScreen, type Place, type Words } from './phone-screen.ts'

/** Writing, sending and passing on, on one person's phone. Without a place it happens in the chat with the bot. */
export function createPhoneMessages(driver: DriverClient, person: string, screen: PhoneScreen) {
  const { chatAt, messageWith, messageWithButton, pictureWith, until } = screen

  async function own(words: Words, place?: Place): Promise<MessageView> {
    const message = await messageWith(await chatAt(place), words)
    if (!message.mine) throw new PersonRefusal('not-yours', `${words}`)
    return message
  }

  return {
    says: async (text: string, place?: Place) => driver.say(person, await chatAt(place), text),
    sendsPhoto: async (picture: Picture, place?: Place) =>
      driver.photo(person, await chatAt(place), picture),
    sendsAlbum: async (pictures: Uint8Array[], caption?: string, place?: Place) =>
      driver.album(person, await chatAt(place), pictures, caption),
    sendsFile: async (file: Picture & { name: string; mimeType?: string }, place?: Place) =>
      driver.sendFile(person, await chatAt(place), file),
    async replies(words: Words, text: string, place?: Place) {
      const { chatId, messageId } = await messageWith(await chatAt(place), words)
      return driver.say(person, chatId, text, messageId)
    },
    /** Changes one's own message. */
    async edits(words: Words, text: string, place?: Place) {
      const { chatId, messageId } = await own(words, place)
      return driver.edit(person, chatId, messageId, text)
    },
    /** Takes one's own message away, for everybody. */
    async deletes(words: Words, place?: Place) {
      const { chatId, messageId } = await own(words, place)
      await driver.remove(person, chatId, messageId)
    },
    async forwards(words: Words, to: Place, from?: Place) {
      const { chatId, messageId } = await messageWith(await chatAt(from), words)
      return driver.forward(person, chatId, messageId, await chatAt(to))
    },
    /** Sends what a picture shows as a new photo, with nothing of where it is from. */
    async screenshots(words: Words, to?: Place, from?: Place) {
      const { chatId, messageId } = await pictureWith(await chatAt(from), words)
      return driver.screenshot(person, { chat: chatId, message: messageId }, await chatAt(to))
    },
    /** Waits for a key in place of the phone's own, and presses it. */
    async pressesKey(label: string) {
      const chat = await keyIn(label, 'text')
      return driver.key(person, chat, label)
    },
    /** Waits for a key that asks for people, and chooses them by name from those it offers. */
    async choosesContacts(label: string, names: string[]) {
      const chat = await keyIn(label, 'share-users')
      const offered = await driver.contacts(person, chat, label)
      const users = names.map((name) => {
        const found = offered.find((each) => each.name === name)
        if (found === undefined) throw new PersonRefusal('no-such-contact', name)
        return found.id
      })
      return driver.shareUsers(person, chat, label, users)
    },
    /** Presses a share button, chooses a chat it offers, and there the result with these words (the first when none are given). */
    async shares(label: Words, to: Place, { result, from }: { result?: Words; from?: Place } = {}) {
      const message = await messageWithButton(await chatAt(from), label)
      const chat = message.chatId
      const press = { chat, message: message.messageId, label: findLabel(message, label) ?? '' }
      const strip = await driver.share(person, press, await chatAt(to))
      const index = strip.results.findIndex(
        ({ title, description }) =>
          result === undefined ||
          [title, description].some((each) => each !== null && each.search(result) >= 0),
      )
      if (index < 0) throw new PersonRefusal('no-such-result', `${result ?? 'any'}`)
      return driver.choose(person, strip.id, index)
    },
  }

  function keyIn(label: string, kind: 'text' | 'share-users'): Promise<number> {
    return until(`the key "${label}"`, async () => {
      const chat = await chatAt()
      const view = (await driver.chats(person)).find(({ chatId }) => chatId === chat)
      const keys = view?.keyboard?.rows.flat() ?? []
      return keys.some((key) => key.label === label && key.kind === kind) ? chat : undefined
    })
  }
}
