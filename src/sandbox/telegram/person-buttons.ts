import { createHash } from 'node:crypto'
import { type Bot, userWire } from './accounts.ts'
import type { Message } from './chat-state.ts'
import { chatIdFor, chatWire, isMember } from './chats.ts'
import type { ButtonAction, InlineButton } from './inline-keyboards.ts'
import { messageWire } from './messages.ts'
import { type Actor, messageOf } from './person-base.ts'
import { PersonRefusal } from './person-refusal.ts'
import type { PressResult } from './types.ts'
import { wire } from './wire.ts'
import { type CallbackAnswer, newNumericId } from './world.ts'

/** Seconds a press waits for its answer. */
const answerWithin = 150

function findButton(message: Message, button: string | number): InlineButton {
  const all = message.keyboard?.flat() ?? []
  const matching =
    typeof button === 'number'
      ? all.slice(button, button + 1)
      : all.filter(({ text }) => text === button)
  const [found, another] = matching
  if (!found) throw new PersonRefusal('no-such-button', String(button))
  if (another) throw new PersonRefusal('several-such-buttons', String(button))
  return found
}

/** Pressing buttons under messages, by one person. */
export function createPersonButtons(
  actor: Actor,
  targets: () => { chatId: number; isBot: boolean; isGroup: boolean }[],
) {
  const { world, person } = actor

  function result(message: Message, answer: CallbackAnswer | null): PressResult {
    if (!answer) return { type: 'unanswered' }
    const { text, alert, url } = answer
    if (text) {
      const chatId = isMember(message.chat, person.id) ? chatIdFor(message.chat, person.id) : null
      world.log.append({ type: 'toast', personId: person.id, chatId, text, alert })
    }
    return { type: 'answered', text, alert, url }
  }

  function sendCallback(message: Message, bot: Bot, payload: string, id: string): void {
    bot.met.add(person.id)
    const { chat } = message
    const isGone = !chat.messages.has(message.id)
    const shown = isGone
      ? { chat: chatWire(chat, bot.id), message_id: Math.max(0, message.id), date: 0 }
      : messageWire(message, bot)
    const instance = createHash('sha256')
      .update(message.inlineMessageId ?? chat.key)
      .digest()
    bot.queue.push(
      'callback_query',
      wire({
        id,
        from: userWire(person),
        ...(message.inlineMessageId
          ? { inline_message_id: message.inlineMessageId }
          : { message: shown }),
        chat_instance: instance.readBigInt64BE().toString(),
        data: payload,
      }),
      `callback:${person.id}`,
    )
  }

  function pressCallback(message: Message, payload: string): Promise<PressResult> {
    const bot = message.viaBot ?? (message.from.kind === 'bot' ? message.from : null)
    if (!bot) throw new PersonRefusal('no-such-button')
    const cacheKey = `${person.id}/${message.chat.key}/${message.id}/${payload}`
    const cached = world.callbackCache.get(cacheKey)
    if (cached && cached.until > world.clock.now()) {
      return Promise.resolve(result(message, cached.answer))
    }
    const id = newNumericId()
    return new Promise((resolve) => {
      const cancel = world.clock.after(answerWithin * 1000, () => {
        world.callbacks.delete(id)
        resolve({ type: 'unanswered' })
      })
      world.callbacks.set(id, {
        id,
        bot,
        person,
        message,
        pressedAt: world.clock.now(),
        expiresAt: world.clock.now() + answerWithin * 1000,
        answer(answer) {
          cancel()
          if (answer && answer.cacheSeconds > 0) {
            const until = world.clock.now() + answer.cacheSeconds * 1000
            world.callbackCache.set(cacheKey, { answer, until })
          }
          resolve(result(message, answer))
        },
      })
      sendCallback(message, bot, payload, id)
    })
  }

  function draftOf(message: Message, action: ButtonAction & { type: 'switch' }): PressResult {
    const bot = message.viaBot ?? message.from
    const { target, query } = action
    const here = target === 'current'
    const fits = ({ isBot, isGroup }: { isBot: boolean; isGroup: boolean }) => {
      if (target === 'any' || target === 'current') return true
      return isGroup ? target.groups : isBot ? target.bots : target.users
    }
    return {
      type: 'inline',
      draft: {
        bot: bot.username ?? '',
        query,
        chatId: here ? chatIdFor(message.chat, person.id) : null,
        chats: here
          ? []
          : targets()
              .filter(fits)
              .map(({ chatId }) => chatId),
      },
    }
  }

  return {
    /**
     * Presses a button by its label or its index. A callback button resolves with the bot's answer, or as
     * `unanswered` after 150 s. @throws PersonRefusal when there is no such button, or several.
     */
    async press(chatId: number, messageId: number, button: string | number): Promise<PressResult> {
      const message = messageOf(actor, chatId, messageId)
      const { action } = findButton(message, button)
      switch (action.type) {
        case 'callback':
          return await pressCallback(message, action.payload)
        case 'url':
        case 'web-app':
          return { type: 'url', url: action.url }
        case 'copy':
          return { type: 'copied', text: action.text }
        case 'switch':
          return draftOf(message, action)
        case 'disabled':
          return { type: 'disabled' }
      }
    },

    /**
     * Prepares a press that comes late: the finger is already down when the message changes or goes away.
     * Callback buttons only; the returned function lets go.
     */
    holdButton(
      chatId: number,
      messageId: number,
      button: string | number,
    ): () => Promise<PressResult> {
      const message = messageOf(actor, chatId, messageId)
      const { action } = findButton(message, button)
      if (action.type !== 'callback') throw new PersonRefusal('not-allowed', String(button))
      return () => pressCallback(message, action.payload)
    },
  }
}
