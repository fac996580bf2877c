import { button, send } from './refusal-row.ts'
import type { Facts, Row } from './refusal-world.ts'

/** Bad requests: markup. */
export const markup: Row[] = [
  send(
    'a reply to nothing',
    { reply_parameters: { message_id: 9999 } },
    'Bad Request: message to be replied not found',
  ),
  send(
    'a reply to what privacy hides',
    (f: Facts) => ({
      chat_id: f.group,
      reply_parameters: { message_id: f.mia.sendText(f.group, 'hidden').messageId },
    }),
    'Bad Request: message to be replied not found',
  ),
  send(
    'reply parameters that are no object',
    { reply_parameters: [] },
    'Bad Request: object expected as reply parameters',
  ),
  send(
    'reply markup that is no JSON',
    { reply_markup: '{' },
    "Bad Request: can't parse reply keyboard markup JSON object",
  ),
  send(
    'reply markup that is no object',
    { reply_markup: [1] },
    'Bad Request: object expected as reply markup',
  ),
  send(
    'rows that are no arrays',
    { reply_markup: { inline_keyboard: [{ text: 'x' }] } },
    'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
  ),
  send(
    'a button with no action',
    { reply_markup: button({}) },
    "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ),
  send(
    'a button with no text',
    { reply_markup: { inline_keyboard: [[{ callback_data: 'x' }]] } },
    'Bad Request: can\'t parse inline keyboard button: Can\'t find field "text"',
  ),
  send(
    'a button with empty text',
    { reply_markup: button({ callback_data: 'x' }, '') },
    'Bad Request: inline keyboard button text must be non-empty',
  ),
  send(
    'a button with an unknown style',
    { reply_markup: button({ callback_data: 'x', style: 'pink' }) },
    "Bad Request: can't parse inline keyboard button: Invalid button style specified",
  ),
  send(
    '65 bytes of callback data',
    { reply_markup: button({ callback_data: 'é'.repeat(33) }) },
    'Bad Request: BUTTON_DATA_INVALID',
  ),
  send(
    '257 characters to copy',
    { reply_markup: button({ copy_text: { text: 'x'.repeat(257) } }) },
    'Bad Request: BUTTON_COPY_TEXT_INVALID',
  ),
  send(
    'a button to localhost',
    { reply_markup: button({ url: 'http://localhost:1/x' }) },
    "Bad Request: inline keyboard button URL 'http://localhost:1/x' is invalid: Wrong HTTP URL",
  ),
  send(
    'a button to an app',
    { reply_markup: button({ url: 'wc://x.y' }) },
    "Bad Request: inline keyboard button URL 'wc://x.y' is invalid: Unsupported URL protocol",
  ),
  send(
    'a button to a bare app link',
    { reply_markup: button({ url: 'wc:abc@2' }) },
    "Bad Request: inline keyboard button URL 'wc:abc@2' is invalid: Wrong HTTP URL",
  ),
  send(
    '101 buttons',
    {
      reply_markup: {
        inline_keyboard: Array.from({ length: 101 }, () => [{ text: 'x', callback_data: 'x' }]),
      },
    },
    'Bad Request: reply markup is too long',
  ),
  send(
    'a web app in a group',
    (f: Facts) => ({
      chat_id: f.group,
      reply_markup: button({ web_app: { url: 'https://x.io' } }),
    }),
    'Bad Request: BUTTON_TYPE_INVALID',
  ),
  send(
    'asking a group for people',
    (f: Facts) => ({
      chat_id: f.group,
      reply_markup: { keyboard: [[{ text: 'x', request_users: { request_id: 1 } }]] },
    }),
    'Bad Request: users can be requested in private chats only',
  ),
  send(
    'a key of no known kind',
    { reply_markup: { keyboard: [[5]] } },
    "Bad Request: can't parse keyboard button: KeyboardButton must be a String or an Object",
  ),
  send(
    'link preview that is no object',
    { link_preview_options: [] },
    'Bad Request: object expected as link preview options',
  ),
  send(
    'a parameter not imitated',
    { message_effect_id: '5' },
    'Bad Request: parameter message_effect_id of sendMessage is not supported by the sandbox',
  ),
]
