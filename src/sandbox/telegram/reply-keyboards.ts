import { type InlineKeyboard, prefixed, readInlineKeyboard } from './inline-keyboards.ts'
import {
  optionalFlag,
  optionalInteger,
  optionalText,
  requiredInteger,
  requiredText,
} from './json-fields.ts'
import { badRequest, doors, refuse } from './refusals.ts'
import { isWire, type Wire } from './wire.ts'

/** A request for the ids of people, behind a key. */
export type UsersRequest = {
  requestId: number
  maximum: number
  userIsBot: boolean | null
  wantsName: boolean
  wantsUsername: boolean
}

/** A key of a reply keyboard: sends its label, or shares people. */
export type Key = { text: string; users: UsersRequest | null }

/** The keyboard in place of the phone's own. */
export type ReplyKeyboard = {
  rows: Key[][]
  isOneTime: boolean
  placeholder: string | null
}

/** Any `reply_markup`. */
export type Markup =
  | { type: 'inline'; keyboard: InlineKeyboard }
  | { type: 'keyboard'; keyboard: ReplyKeyboard; isSelective: boolean }
  | { type: 'remove'; isSelective: boolean }
  | { type: 'force-reply'; placeholder: string | null; isSelective: boolean }

const unsupported = [
  'request_contact',
  'request_location',
  'request_poll',
  'request_chat',
  'web_app',
  'request_managed_bot',
  'icon_custom_emoji_id',
]

function readKey(value: unknown): Key {
  if (typeof value === 'string') return { text: value, users: null }
  if (!isWire(value)) throw badRequest('KeyboardButton must be a String or an Object')
  const text = requiredText(value, 'text')
  for (const name of unsupported) {
    if (value[name] !== undefined && value[name] !== false) throw doors.unsupported(`key ${name}`)
  }
  const request = value['request_users']
  if (request === undefined) return { text, users: null }
  if (!isWire(request)) throw badRequest('Field "request_users" must be of type Object')
  for (const name of ['user_is_premium', 'request_photo']) {
    if (request[name] !== undefined) throw doors.unsupported(`request_users.${name}`)
  }
  return {
    text,
    users: {
      requestId: requiredInteger(request, 'request_id'),
      maximum: Math.min(10, Math.max(1, optionalInteger(request, 'max_quantity', 1))),
      userIsBot: 'user_is_bot' in request ? optionalFlag(request, 'user_is_bot') : null,
      wantsName: optionalFlag(request, 'request_name'),
      wantsUsername: optionalFlag(request, 'request_username'),
    },
  }
}

function readRows(markup: Wire): Key[][] {
  const rows = markup['keyboard']
  if (rows === undefined) return []
  if (!Array.isArray(rows)) throw badRequest('Field "keyboard" must be of type Array')
  return rows
    .map((row: unknown) => {
      if (!Array.isArray(row)) throw badRequest('Field "keyboard" must be an Array of Arrays')
      return row
        .map((key: unknown) => prefixed("Can't parse keyboard button", () => readKey(key)))
        .filter(({ text }) => text !== '')
    })
    .filter((row) => row.length > 0)
}

/** Reads a `reply_markup`. One that says nothing is none. */
export function readMarkup(value: unknown): Markup | null {
  if (value === undefined) return null
  if (!isWire(value)) throw badRequest('Object expected as reply markup')
  const rows = readRows(value)
  const inline =
    value['inline_keyboard'] === undefined ? null : readInlineKeyboard(value['inline_keyboard'])
  const isSelective = optionalFlag(value, 'selective')
  const placeholder = optionalText(value, 'input_field_placeholder') || null
  if (rows.length > 0) {
    const isOneTime = optionalFlag(value, 'one_time_keyboard')
    return { type: 'keyboard', keyboard: { rows, isOneTime, placeholder }, isSelective }
  }
  if (inline) return { type: 'inline', keyboard: inline }
  if (optionalFlag(value, 'remove_keyboard')) return { type: 'remove', isSelective }
  if (optionalFlag(value, 'force_reply')) return { type: 'force-reply', placeholder, isSelective }
  return null
}

/** Refuses keys that need a private chat. */
export function checkReplyKeyboard(keyboard: ReplyKeyboard, isPrivateChat: boolean): void {
  const asksUsers = keyboard.rows.flat().some(({ users }) => users !== null)
  if (asksUsers && !isPrivateChat) throw refuse('usersPrivateOnly')
}
