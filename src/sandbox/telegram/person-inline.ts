import { type Bot, userWire } from './accounts.ts'
import type { Chat, Content } from './chat-state.ts'
import { chatIdFor, peerOf } from './chats.ts'
import type { InlineResult } from './inline-result.ts'
import { type Actor, chatOf, requireField, showChat } from './person-base.ts'
import { PersonRefusal } from './person-refusal.ts'
import { post } from './posting.ts'
import { fetchPicture } from './remote-pictures.ts'
import type { InlineResultView, InlineView, MessageView } from './types.ts'
import { messageView } from './views.ts'
import { wire } from './wire.ts'
import {
  botByUsername,
  type InlineAnswer,
  newNumericId,
  newOpaqueId,
  type OpenStrip,
} from './world.ts'

/** Seconds an inline query waits for its results. */
const answerWithin = 30
const noResults: InlineAnswer = {
  results: [],
  button: null,
  nextOffset: '',
  cacheSeconds: 0,
  isPersonal: true,
}

function resultView(result: InlineResult, index: number): InlineResultView {
  const largest = result.photo?.sizes.at(-1)
  return {
    index,
    kind: result.kind,
    title: result.title,
    description: result.description,
    thumbnailUrl: result.thumbnailUrl,
    photo: largest ? { id: largest.uniqueId, width: largest.width, height: largest.height } : null,
  }
}

/** Using bots from the text field of any chat, by one person. */
export function createPersonInline(actor: Actor) {
  const { world, person } = actor

  function chatType(chat: Chat, bot: Bot): string {
    if (chat.kind !== 'private') return chat.kind
    return peerOf(chat, person.id) === bot ? 'sender' : 'private'
  }

  function ask(chat: Chat, bot: Bot, query: string, offset: string): Promise<InlineAnswer> {
    const shared = `${bot.id}/${chatType(chat, bot)}/${offset}/${query}`
    for (const key of [`${person.id}/${shared}`, shared]) {
      const cached = world.inlineCache.get(key)
      if (cached && cached.until > world.clock.now()) return Promise.resolve(cached.answer)
    }
    const id = newNumericId()
    bot.met.add(person.id)
    return new Promise((resolve) => {
      const cancel = world.clock.after(answerWithin * 1000, () => {
        world.inlineQueries.delete(id)
        resolve(noResults)
      })
      world.inlineQueries.set(id, {
        id,
        bot,
        person,
        query,
        expiresAt: world.clock.now() + answerWithin * 1000,
        answer(answer) {
          cancel()
          if (answer && answer.cacheSeconds > 0) {
            const until = world.clock.now() + answer.cacheSeconds * 1000
            const key = answer.isPersonal ? `${person.id}/${shared}` : shared
            world.inlineCache.set(key, { answer, until })
          }
          resolve(answer ?? noResults)
        },
      })
      bot.queue.push(
        'inline_query',
        { id, from: userWire(person), query, offset, chat_type: chatType(chat, bot) },
        `inline:${person.id}`,
      )
    })
  }

  function stripOf(stripId: string): OpenStrip {
    const strip = world.strips.get(stripId)
    if (strip?.person !== person) throw new PersonRefusal('no-such-result', stripId)
    return strip
  }

  async function contentOf(result: InlineResult): Promise<Content> {
    const { content } = result
    if (content.type !== 'photo-by-url') return content
    try {
      const photo = world.files.keepPhoto(await fetchPicture(content.url))
      return { ...content.photo, photo }
    } catch (error) {
      throw new PersonRefusal('bad-picture', error instanceof Error ? error.message : '')
    }
  }

  return {
    /**
     * Types `@bot words` into the text field and waits for the results; none come after 30 s of silence.
     * @param offset The `nextOffset` of the results before, to see more.
     */
    async typeInline(chatId: number, text: string, offset = ''): Promise<InlineView> {
      const chat = chatOf(actor, chatId)
      requireField(actor, chat)
      const match = /^@(\w+)(?:\s+(.*))?$/s.exec(text)
      const bot = match ? botByUsername(world, match[1] ?? '') : null
      if (!bot?.inlineMode) throw new PersonRefusal('no-inline-mode', text)
      const query = match?.[2] ?? ''
      const answer = await ask(chat, bot, query, offset)
      const id = newOpaqueId()
      world.strips.set(id, { person, chat, bot, query, answer })
      return {
        id,
        chatId,
        bot: bot.username ?? '',
        query,
        results: answer.results.map(resultView),
        button: answer.button?.text ?? null,
        nextOffset: answer.nextOffset,
      }
    },

    /** Picks a result: the message goes out in this person's name, "via" the bot. */
    async chooseInline(stripId: string, index: number): Promise<MessageView> {
      const { chat, bot, query, answer } = stripOf(stripId)
      const result = answer.results[index]
      if (!result) throw new PersonRefusal('no-such-result', `${index}`)
      const content = await contentOf(result)
      requireField(actor, chat)
      world.strips.delete(stripId)
      const inlineMessageId = result.keyboard ? newOpaqueId() : null
      const message = post(world, {
        chat,
        from: person,
        content,
        keyboard: result.keyboard,
        viaBot: bot,
        inlineMessageId,
      })
      if (inlineMessageId) world.inlineMessages.set(inlineMessageId, message)
      if (bot.inlineFeedback) {
        bot.queue.push(
          'chosen_inline_result',
          wire({
            result_id: result.id,
            from: userWire(person),
            query,
            inline_message_id: inlineMessageId,
          }),
          `chosen:${person.id}`,
        )
      }
      return messageView(message, person.id)
    },

    /** Presses the button above the results, which opens the bot's private chat with START. */
    pressInlineButton(stripId: string): { chatId: number; canStart: boolean } {
      const { bot, answer } = stripOf(stripId)
      if (!answer.button) throw new PersonRefusal('no-such-button')
      return showChat(actor, chatOf(actor, bot.id), answer.button.startParameter)
    },

    /** The chat of an open strip, as this person names it. */
    stripChat: (stripId: string): number => chatIdFor(stripOf(stripId).chat, person.id),
  }
}
