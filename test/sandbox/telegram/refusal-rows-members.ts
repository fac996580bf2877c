import { button, missing, notModified, row, wrongId } from './refusal-row.ts'
import type { Facts, Row } from './refusal-world.ts'
import { form, type Json, picture } from './world.ts'

const languageInvalid = 'Bad Request: invalid language code specified'
const english = { language_code: 'english' }
const pinRights = 'Bad Request: not enough rights to manage pinned messages in the chat'
const noEphemeral = 'Bad Request: EPHEMERAL_MESSAGE_ID_INVALID'

/** A message for Tom alone. */
const whisper =
  (chat: (f: Facts) => number, more: Json = {}) =>
  (f: Facts) => ({
    chat_id: chat(f),
    text: 'x',
    ephemeral_message_parameters: { receiver_user_id: f.tom.id, ...more },
  })

const unknownEphemeral = (more: Json) => (f: Facts) => ({
  chat_id: f.ownGroup,
  receiver_user_id: f.tom.id,
  ephemeral_message_id: 9999,
  ...more,
})

/** The whisper that a row is about, made when the row runs. */
async function whispered(f: Facts): Promise<Json> {
  const { result } = await f.call('sendMessage', {
    ...whisper(({ ownGroup }) => ownGroup)(f),
    text: 'secret',
  })
  return {
    chat_id: f.ownGroup,
    receiver_user_id: f.tom.id,
    ephemeral_message_id: result.ephemeral_message_id,
  }
}

/** Bad requests: files, groups and members, names, messages for one member alone. */
export const members: Row[] = [
  row(
    'sendDocument',
    'no document, and a caption that is too long',
    (f: Facts) => ({ chat_id: f.chat, caption: 'x'.repeat(1025) }),
    'Bad Request: there is no document in the request',
  ),
  row(
    'sendDocument',
    'an empty file',
    (f: Facts) => form({ chat_id: `${f.chat}`, document: Buffer.alloc(0) }),
    'Bad Request: file must be non-empty',
  ),
  row(
    'sendDocument',
    'a file id of no file',
    (f: Facts) => ({ chat_id: f.chat, document: 'A'.repeat(74) }),
    `${wrongId}can't unserialize it. Wrong last symbol`,
  ),
  row(
    'sendDocument',
    'a part that did not come',
    (f: Facts) => ({ chat_id: f.chat, document: 'attach://none' }),
    'Bad Request: there is no document in the request',
  ),
  row(
    'sendDocument',
    'a long caption',
    (f: Facts) => ({ chat_id: f.chat, document: f.documentFileId, caption: 'x'.repeat(1025) }),
    'Bad Request: message caption is too long',
  ),
  row(
    'sendDocument',
    'a file id with strange letters',
    (f: Facts) => ({ chat_id: f.chat, document: 'a b' }),
    `${wrongId}Wrong character in the string`,
  ),
  row(
    'sendDocument',
    'an address',
    (f: Facts) => ({ chat_id: f.chat, document: 'https://x.io/a.pdf' }),
    'Bad Request: a document by its address is not supported by the sandbox',
  ),
  row(
    'sendDocument',
    'a photo',
    async (f: Facts) => {
      const sent = form({ chat_id: `${f.chat}`, photo: await picture() })
      const { result } = await f.call('sendPhoto', sent)
      return { chat_id: f.chat, document: result.photo[0].file_id }
    },
    "Bad Request: can't use file of type Photo as Document",
  ),
  row(
    'sendDocument',
    'where it may not write',
    (f: Facts) => ({ chat_id: f.mutedGroup, document: f.documentFileId }),
    'Bad Request: not enough rights to send documents to the chat',
  ),
  row(
    'sendMessage',
    'where it may not write',
    (f: Facts) => ({ chat_id: f.mutedGroup, text: 'x' }),
    'Bad Request: not enough rights to send text messages to the chat',
  ),
  row(
    'sendPhoto',
    'where it may not write',
    async (f: Facts) => form({ chat_id: `${f.mutedGroup}`, photo: await picture() }),
    'Bad Request: not enough rights to send photos to the chat',
  ),
  row(
    'sendMessage',
    'a key that asks for people’s photos',
    (f: Facts) => ({
      chat_id: f.chat,
      text: 'x',
      reply_markup: {
        keyboard: [[{ text: 'x', request_users: { request_id: 1, request_photo: true } }]],
      },
    }),
    'Bad Request: request_users.request_photo is not supported by the sandbox',
  ),
  row(
    'sendMessage',
    'a key with a picture of its own',
    (f: Facts) => ({
      chat_id: f.chat,
      text: 'x',
      reply_markup: { keyboard: [[{ text: 'x', icon_custom_emoji_id: '1' }]] },
    }),
    'Bad Request: key icon_custom_emoji_id is not supported by the sandbox',
  ),
  row(
    'sendMessage',
    'a reply to what one alone said',
    (f: Facts) => ({ chat_id: f.chat, text: 'x', reply_parameters: { ephemeral_message_id: 1 } }),
    'Bad Request: reply_parameters.ephemeral_message_id is not supported by the sandbox',
  ),
  row(
    'setMyCommands',
    'a command for one member alone',
    { commands: [{ command: 'x', description: 'x', is_ephemeral: true }] },
    'Bad Request: is_ephemeral of a command is not supported by the sandbox',
  ),

  row('setMyName', 'none', {}, 'Bad Request: BOT_TITLE_INVALID'),
  row('setMyName', '65 characters', { name: 'x'.repeat(65) }, 'Bad Request: BOT_TITLE_INVALID'),
  row('getMyName', 'an unknown language', english, languageInvalid),
  row('getMyDescription', 'an unknown language', english, languageInvalid),
  row('getMyShortDescription', 'an unknown language', english, languageInvalid),
  row(
    'setChatMenuButton',
    'an unknown kind',
    { menu_button: { type: 'x' } },
    "Bad Request: can't parse menu button: MenuButton has unsupported type",
  ),
  row(
    'setChatMenuButton',
    'no object',
    { menu_button: [] },
    "Bad Request: can't parse menu button: MenuButton must be an Object",
  ),
  row(
    'setChatMenuButton',
    'an app',
    { menu_button: { type: 'web_app' } },
    'Bad Request: a menu button of type web_app is not supported by the sandbox',
  ),
  row('setChatMenuButton', 'a person never met', { chat_id: 12345 }, 'Bad Request: user not found'),
  row('getChatMenuButton', 'a group', { chat_id: -5 }, 'Bad Request: invalid chat_id specified'),

  row(
    'getChatAdministrators',
    'a private chat',
    (f: Facts) => ({ chat_id: f.chat }),
    'Bad Request: there are no administrators in the private chat',
  ),
  row('getChatMemberCount', 'never met', { chat_id: 12345 }, missing),
  row(
    'pinChatMessage',
    'an unknown message',
    (f: Facts) => ({ chat_id: f.chat, message_id: 9999 }),
    'Bad Request: message to pin not found',
  ),
  row(
    'pinChatMessage',
    'nothing',
    (f: Facts) => ({ chat_id: f.chat }),
    'Bad Request: message identifier is not specified',
  ),
  row(
    'pinChatMessage',
    'as a plain member',
    (f: Facts) => ({ chat_id: f.group, message_id: f.service + 1 }),
    pinRights,
  ),
  row(
    'pinChatMessage',
    'a line about the chat',
    (f: Facts) => ({ chat_id: f.ownGroup, message_id: 2 }),
    "Bad Request: a service message can't be pinned",
  ),
  row(
    'unpinChatMessage',
    'nothing is pinned',
    (f: Facts) => ({ chat_id: f.chat }),
    'Bad Request: message to unpin not found',
  ),
  row(
    'unpinChatMessage',
    'an unknown message',
    (f: Facts) => ({ chat_id: f.chat, message_id: 9999 }),
    'Bad Request: message to unpin not found',
  ),
  row(
    'unpinChatMessage',
    'as a plain member',
    (f: Facts) => ({ chat_id: f.group, message_id: f.service + 1 }),
    pinRights,
  ),

  row(
    'forwardMessages',
    'no messages',
    (f: Facts) => ({ chat_id: f.chat, from_chat_id: f.chat }),
    'Bad Request: message identifiers are not specified',
  ),
  row(
    'forwardMessages',
    'no source',
    (f: Facts) => ({ chat_id: f.chat, message_ids: [f.own] }),
    'Bad Request: parameter "from_chat_id" is required',
  ),
  row(
    'forwardMessages',
    'nothing that may go',
    (f: Facts) => ({ chat_id: f.chat, from_chat_id: f.chat, message_ids: [f.secret, 9999] }),
    "Bad Request: messages can't be forwarded",
  ),
  row(
    'forwardMessages',
    'lines about the chat, and what privacy hides',
    (f: Facts) => ({
      chat_id: f.chat,
      from_chat_id: f.group,
      message_ids: [f.service + 1, f.mia.sendText(f.group, 'not for bots').messageId],
    }),
    "Bad Request: messages can't be forwarded",
  ),
  row(
    'copyMessages',
    'none',
    (f: Facts) => ({ chat_id: f.chat, from_chat_id: f.chat, message_ids: [] }),
    'Bad Request: message identifiers are not specified',
  ),
  row(
    'copyMessages',
    '101',
    (f: Facts) => ({
      chat_id: f.chat,
      from_chat_id: f.chat,
      message_ids: Array.from({ length: 101 }, (_, i) => i + 1),
    }),
    'Bad Request: too many message identifiers specified',
  ),

  row(
    'sendMessage',
    'to one alone in a private chat',
    whisper((f) => f.chat),
    'Bad Request: BOT_NOT_ADMIN',
  ),
  row(
    'sendMessage',
    'to one alone as a plain member, unasked',
    whisper((f) => f.group),
    'Bad Request: BOT_NOT_ADMIN',
  ),
  row(
    'sendMessage',
    'to one alone who is not there',
    (f: Facts) => whisper(({ ownGroup }) => ownGroup, { receiver_user_id: f.stranger })(f),
    'Bad Request: USER_ID_INVALID',
  ),
  row(
    'sendMessage',
    'to a bot alone',
    (f: Facts) => whisper(({ ownGroup }) => ownGroup, { receiver_user_id: f.bot.id })(f),
    'Bad Request: USER_ID_INVALID',
  ),
  row(
    'sendMessage',
    'to one alone for an unknown press',
    whisper((f) => f.ownGroup, { callback_query_id: '1' }),
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
  ),
  row(
    'sendMessage',
    'in the place of nothing',
    whisper((f) => f.ownGroup, { replace_callback_query_message: true }),
    'Bad Request: MESSAGE_ID_INVALID',
  ),
  row(
    'sendMessage',
    'to one alone with nothing said of whom',
    (f: Facts) => ({ chat_id: f.ownGroup, text: 'x', ephemeral_message_parameters: [] }),
    'Bad Request: object expected as ephemeral message parameters',
  ),
  row(
    'sendMessage',
    'to one alone with a reply keyboard',
    (f: Facts) => ({
      ...whisper(({ ownGroup }) => ownGroup)(f),
      reply_markup: { keyboard: [['A']] },
    }),
    'Bad Request: this markup for one member is not supported by the sandbox',
  ),
  row(
    'deleteMessage',
    'what one alone sees, by its other number',
    async (f: Facts) => ({
      chat_id: f.ownGroup,
      message_id: -(await whispered(f)).ephemeral_message_id,
    }),
    'Bad Request: message identifier is not specified',
  ),
  row('deleteEphemeralMessage', 'an unknown one', unknownEphemeral({}), noEphemeral),
  row(
    'deleteEphemeralMessage',
    'a message for all',
    (f: Facts) => unknownEphemeral({ ephemeral_message_id: f.ownPost })(f),
    noEphemeral,
  ),
  row(
    'editEphemeralMessageText',
    'of another receiver',
    async (f: Facts) => ({ ...(await whispered(f)), receiver_user_id: f.mia.id, text: 'y' }),
    noEphemeral,
  ),
  row(
    'editEphemeralMessageText',
    'the same again',
    async (f: Facts) => ({ ...(await whispered(f)), text: 'secret' }),
    notModified,
  ),
  row(
    'editEphemeralMessageCaption',
    'a text',
    async (f: Facts) => ({ ...(await whispered(f)), caption: 'y' }),
    'Bad Request: there is no caption in the message to edit',
  ),
  row(
    'editEphemeralMessageMedia',
    'no media',
    unknownEphemeral({}),
    'Bad Request: parameter "media" is required',
  ),
  row(
    'editEphemeralMessageReplyMarkup',
    'a button to localhost',
    async (f: Facts) => ({
      ...(await whispered(f)),
      reply_markup: button({ url: 'http://localhost' }),
    }),
    "Bad Request: inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
  ),
]
