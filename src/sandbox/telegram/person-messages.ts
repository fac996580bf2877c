import { userWire } from './accounts.ts'
import type { Content, Message } from './chat-state.ts'
import { chatIdFor, chatWire, screenOf } from './chats.ts'
import { unixSeconds } from './clock.ts'
import { makeDocument, makePhoto } from './files.ts'
import { completeText } from './formatted-text.ts'
import { forwardedKeyboard } from './inline-keyboards.ts'
import { memberWire } from './member-wire.ts'
import type { FormattedText, MessageEntity } from './message-entity.ts'
import { textOf } from './messages.ts'
import { type Actor, botOf, chatOf, messageOf, requireField } from './person-base.ts'
import { PersonRefusal } from './person-refusal.ts'
import { changed, erase, originOf, post } from './posting.ts'
import type { MessageView } from './types.ts'
import { messageView } from './views.ts'
import { newNumericId } from './world.ts'

/** What may go along with a message. */
export type SendOptions = {
  /** Id of a message in the same chat. */
  replyTo?: number
  /** Formatting, such as links behind words. Addresses and commands are found without it. */
  entities?: MessageEntity[]
}

function textFor(text: string, entities: MessageEntity[], most: number): FormattedText {
  const formatted = completeText({ text, entities })
  if (Array.from(formatted.text).length > most) throw new PersonRefusal('too-long')
  return formatted
}

async function pictureOf(actor: Actor, bytes: Buffer) {
  try {
    return actor.world.files.keepPhoto(await makePhoto(bytes))
  } catch (error) {
    throw new PersonRefusal('bad-picture', error instanceof Error ? error.message : '')
  }
}

/** Tells a bot that a person blocked or unblocked it. */
function tellBlocked({ world, person }: Actor, chatId: number, isBlocked: boolean): void {
  const actor = { world, person }
  const chat = chatOf(actor, chatId)
  const bot = botOf(chat, person)
  if (!bot || person.blocked.has(bot.id) === isBlocked) return
  if (isBlocked) person.blocked.add(bot.id)
  else person.blocked.delete(bot.id)
  const status = (blocked: boolean) => ({
    status: blocked ? ('kicked' as const) : ('member' as const),
  })
  bot.met.add(person.id)
  bot.queue.push(
    'my_chat_member',
    {
      chat: chatWire(chat, bot.id),
      from: userWire(person),
      date: unixSeconds(world.clock),
      old_chat_member: memberWire(bot, status(!isBlocked)),
      new_chat_member: memberWire(bot, status(isBlocked)),
    },
    `member:${person.id}`,
  )
  world.log.append({ type: 'chat-changed', personId: person.id, chatId })
}

/** Writing, changing, forwarding and deleting, by one person. */
export function createPersonMessages(actor: Actor) {
  const { world, person } = actor
  const view = (message: Message): MessageView => messageView(message, person.id)

  function put(chatId: number, content: Content, options: SendOptions, albumId?: string): Message {
    const chat = chatOf(actor, chatId)
    requireField(actor, chat)
    const screen = screenOf(chat, person.id)
    const replyId = options.replyTo ?? screen.forceReply?.messageId
    const replyTo = replyId === undefined ? null : messageOf(actor, chatId, replyId)
    if (replyTo?.ephemeral) throw new PersonRefusal('not-allowed')
    screen.forceReply = null
    return post(world, { chat, from: person, content, replyTo, mediaGroupId: albumId ?? null })
  }

  function textContent(text: string, options: SendOptions): Content {
    const formatted = textFor(text, options.entities ?? [], 4096)
    if (formatted.text === '') throw new PersonRefusal('empty')
    return { type: 'text', text: formatted, linkPreview: null }
  }

  async function photoContent(bytes: Buffer, caption: string, options: SendOptions) {
    const text = textFor(caption, options.entities ?? [], 1024)
    const photo = await pictureOf(actor, bytes)
    return {
      type: 'photo',
      photo,
      caption: text,
      isCaptionAbove: false,
      hasSpoiler: false,
    } as const
  }

  function sendText(chatId: number, text: string, options: SendOptions = {}): MessageView {
    return view(put(chatId, textContent(text, options), options))
  }

  return {
    /** Sends a text. @throws PersonRefusal `start-first` where only START is offered. */
    sendText,

    /** Sends a picture; it is recompressed, as phones do. */
    async sendPhoto(
      chatId: number,
      bytes: Buffer,
      caption = '',
      options: SendOptions = {},
    ): Promise<MessageView> {
      requireField(actor, chatOf(actor, chatId))
      return view(put(chatId, await photoContent(bytes, caption, options), options))
    },

    /** Sends several pictures as one album; the first carries the caption. */
    async sendAlbum(chatId: number, pictures: Buffer[], caption = ''): Promise<MessageView[]> {
      requireField(actor, chatOf(actor, chatId))
      if (pictures.length < 2 || pictures.length > 10) throw new PersonRefusal('too-many')
      const albumId = newNumericId()
      const contents = []
      for (const [i, bytes] of pictures.entries()) {
        contents.push(await photoContent(bytes, i === 0 ? caption : '', {}))
      }
      return contents.map((content) => view(put(chatId, content, {}, albumId)))
    },

    /** Sends a file as it is, camera data included. */
    sendFile(
      chatId: number,
      bytes: Buffer,
      file: { name: string; mimeType: string; caption?: string },
      options: SendOptions = {},
    ): MessageView {
      const document = world.files.keepDocument(makeDocument(bytes, file.name, file.mimeType))
      const caption = textFor(file.caption ?? '', options.entities ?? [], 1024)
      return view(put(chatId, { type: 'document', document, caption }, options))
    },

    /** Changes one's own text or caption. */
    editText(chatId: number, messageId: number, text: string): MessageView {
      const message = messageOf(actor, chatId, messageId)
      if (message.from !== person || message.forwardOrigin || message.viaBot) {
        throw new PersonRefusal('not-yours')
      }
      const { content } = message
      if (content.type === 'service') throw new PersonRefusal('not-yours')
      message.content =
        content.type === 'text'
          ? { ...content, text: textFor(text, [], 4096) }
          : { ...content, caption: textFor(text, [], 1024) }
      changed(world, message, { showsEdit: true })
      return view(message)
    },

    /** Sends a message on into another chat. Buttons go along only if all of them are links. */
    forward(chatId: number, messageId: number, toChatId: number): MessageView {
      const message = messageOf(actor, chatId, messageId)
      if (message.isProtected) throw new PersonRefusal('protected')
      if (message.content.type === 'service' || message.ephemeral) {
        throw new PersonRefusal('not-allowed')
      }
      const chat = chatOf(actor, toChatId)
      requireField(actor, chat)
      return view(
        post(world, {
          chat,
          from: person,
          content: message.content,
          keyboard: forwardedKeyboard(message.keyboard, message.viaBot !== null),
          viaBot: message.viaBot,
          forwardOrigin: originOf(message),
        }),
      )
    },

    /**
     * Takes a screenshot of a picture on the screen and sends it as a new photo: no origin, no buttons, compressed again.
     * Phones take none of what is protected; a camera still does.
     */
    async screenshot(
      from: { chatId: number; messageId: number },
      toChatId: number,
      caption = '',
    ): Promise<MessageView> {
      const { content, isProtected } = messageOf(actor, from.chatId, from.messageId)
      if (isProtected) throw new PersonRefusal('protected')
      const largest = content.type === 'photo' ? content.photo.sizes.at(-1) : undefined
      if (!largest) throw new PersonRefusal('no-picture', `${from.chatId}/${from.messageId}`)
      return view(put(toChatId, await photoContent(largest.bytes, caption, {}), {}))
    },

    /** Copies the words of a message, as "Copy text" does. */
    copyText(chatId: number, messageId: number): string {
      const message = messageOf(actor, chatId, messageId)
      if (message.isProtected) throw new PersonRefusal('protected')
      return textOf(message).text
    },

    /** Takes a message away: for everyone where that is allowed, else from one's own screen. */
    deleteMessage(chatId: number, messageId: number): void {
      const message = messageOf(actor, chatId, messageId)
      if (message.from === person || message.chat.kind === 'private') {
        erase(world, message)
        return
      }
      message.hiddenFor.add(person.id)
      world.log.append({ type: 'message-deleted', personId: person.id, chatId, messageId })
    },

    /** Presses a key of the reply keyboard: sends its label. */
    pressKey(chatId: number, label: string): MessageView {
      const chat = chatOf(actor, chatId)
      const screen = screenOf(chat, person.id)
      const key = screen.keyboard?.rows.flat().find(({ text }) => text === label)
      if (!key || key.users) throw new PersonRefusal('no-such-key', label)
      if (screen.keyboard?.isOneTime) screen.keyboard = null
      return sendText(chatId, label)
    },

    /** Blocks a bot. Its messages do not arrive any more. */
    block(botId: number): void {
      tellBlocked(actor, botId, true)
    },

    /** Lets a bot write again. */
    unblock(botId: number): void {
      tellBlocked(actor, botId, false)
    },

    /** Presses START: unblocks if need be and sends `/start` with the payload of the link. */
    start(chatId: number): MessageView {
      const chat = chatOf(actor, chatId)
      const bot = botOf(chat, person)
      const screen = screenOf(chat, person.id)
      if (!bot || !screen.start) throw new PersonRefusal('no-start', `${chatId}`)
      tellBlocked(actor, chatId, false)
      const { payload } = screen.start
      screen.start = null
      person.started.add(bot.id)
      return sendText(chatIdFor(chat, person.id), payload ? `/start ${payload}` : '/start')
    },
  }
}
