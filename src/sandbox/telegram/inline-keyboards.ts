import { optionalFlag, optionalText, requiredText } from './json-fields.ts'
import { badRequest, doors, Refusal, reasons, refuse } from './refusals.ts'
import { checkLink } from './urls.ts'
import { isWire, type Wire, wire } from './wire.ts'

/** Which chats a share button offers. */
export type ChatKinds = { users: boolean; bots: boolean; groups: boolean; channels: boolean }

/** What an inline button does. */
export type ButtonAction =
  | { type: 'callback'; payload: string }
  | { type: 'url'; url: string }
  | { type: 'copy'; text: string }
  | { type: 'switch'; query: string; target: 'current' | 'any' | ChatKinds }
  | { type: 'web-app'; url: string }
  | { type: 'disabled' }

/** A button under a message. */
export type InlineButton = {
  text: string
  style: 'primary' | 'success' | 'danger' | null
  action: ButtonAction
}

/** Rows of buttons under a message. */
export type InlineKeyboard = InlineButton[][]

function objectField(object: Wire, name: string): Wire {
  const value = object[name]
  if (!isWire(value)) throw badRequest(`Field "${name}" must be of type Object`)
  return value
}

function readSwitch(button: Wire): ButtonAction | null {
  if ('switch_inline_query' in button) {
    return { type: 'switch', query: requiredText(button, 'switch_inline_query'), target: 'any' }
  }
  if ('switch_inline_query_chosen_chat' in button) {
    const chosen = objectField(button, 'switch_inline_query_chosen_chat')
    const target = {
      users: optionalFlag(chosen, 'allow_user_chats'),
      bots: optionalFlag(chosen, 'allow_bot_chats'),
      groups: optionalFlag(chosen, 'allow_group_chats'),
      channels: optionalFlag(chosen, 'allow_channel_chats'),
    }
    return { type: 'switch', query: optionalText(chosen, 'query'), target }
  }
  if ('switch_inline_query_current_chat' in button) {
    const query = requiredText(button, 'switch_inline_query_current_chat')
    return { type: 'switch', query, target: 'current' }
  }
  return null
}

function readAction(button: Wire): ButtonAction {
  const url = optionalText(button, 'url')
  if (url !== '') return { type: 'url', url }
  const payload = optionalText(button, 'callback_data')
  if (payload !== '') return { type: 'callback', payload }
  for (const name of ['callback_game', 'pay', 'login_url']) {
    if (name in button) throw doors.unsupported(`button type ${name}`)
  }
  const switching = readSwitch(button)
  if (switching) return switching
  if ('web_app' in button) {
    return { type: 'web-app', url: requiredText(objectField(button, 'web_app'), 'url') }
  }
  if ('copy_text' in button) {
    return { type: 'copy', text: requiredText(objectField(button, 'copy_text'), 'text') }
  }
  if ('disabled' in button) return { type: 'disabled' }
  throw badRequest('Text buttons are unallowed in the inline keyboard')
}

/** Reads a button's colour. @throws Refusal for any other word. */
function readStyle(button: Wire): InlineButton['style'] {
  const style = optionalText(button, 'style').toLowerCase()
  if (style === '' || style === 'default') return null
  if (style === 'primary' || style === 'success' || style === 'danger') return style
  throw badRequest('invalid button style specified')
}

/** Runs a reader and puts the place before what it refuses. */
export function prefixed<T>(prefix: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Refusal) || error.message.includes('sandbox')) throw error
    const why = error.message.replace(/^Bad Request: /, '')
    throw badRequest(`${prefix}: ${why.charAt(0).toUpperCase()}${why.slice(1)}`)
  }
}

function readButton(value: unknown): InlineButton {
  if (!isWire(value)) throw badRequest('InlineKeyboardButton must be an Object')
  const text = requiredText(value, 'text')
  const style = readStyle(value)
  if (optionalText(value, 'icon_custom_emoji_id') !== '') {
    throw doors.unsupported('icon_custom_emoji_id')
  }
  return { text, style, action: readAction(value) }
}

/** Reads the rows of an `inline_keyboard`; empty rows fall away, and no rows are no keyboard. */
export function readInlineKeyboard(rows: unknown): InlineKeyboard | null {
  if (!Array.isArray(rows)) throw badRequest('Field "inline_keyboard" must be of type Array')
  const keyboard = rows.map((row: unknown) => {
    if (!Array.isArray(row)) {
      throw badRequest(
        'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
      )
    }
    return row.map((button: unknown) =>
      prefixed("Can't parse inline keyboard button", () => readButton(button)),
    )
  })
  const filled = keyboard.filter((row) => row.length > 0)
  return filled.length > 0 ? filled : null
}

function checkedAction(action: ButtonAction, isPrivateChat: boolean): ButtonAction {
  if (action.type === 'web-app' && !isPrivateChat) throw refuse('buttonTypeInvalid')
  if (action.type !== 'url' && action.type !== 'web-app') return action
  const link = checkLink(action.url)
  if (link.type === 'link') return { ...action, url: link.url }
  const what = action.type === 'url' ? '' : 'Web App '
  throw badRequest(`Inline keyboard button ${what}URL '${action.url}' is invalid: ${link.why}`)
}

/**
 * Checks what is only known once a keyboard meets its chat: labels, links, sizes.
 * @returns the keyboard with links in their normal form.
 * @throws Refusal `BUTTON_DATA_INVALID` over 64 bytes, and the like.
 */
export function checkKeyboard(keyboard: InlineKeyboard, isPrivateChat: boolean): InlineKeyboard {
  const checked = keyboard.map((row) =>
    row.slice(0, 12).map((button) => {
      if (button.text.trim() === '') {
        throw badRequest('Inline keyboard button text must be non-empty')
      }
      return { ...button, action: checkedAction(button.action, isPrivateChat) }
    }),
  )
  if (checked.flat().length > 100) throw refuse('markupTooLong')
  for (const { action } of checked.flat()) {
    if (action.type === 'callback' && Buffer.byteLength(action.payload) > 64) {
      throw badRequest(reasons.buttonDataInvalid)
    }
    const size = action.type === 'copy' ? Array.from(action.text).length : 1
    if (size < 1 || size > 256) throw refuse('buttonCopyTextInvalid')
  }
  return checked
}

function actionWire(action: ButtonAction): Wire {
  switch (action.type) {
    case 'callback':
      return { callback_data: action.payload }
    case 'url':
      return { url: action.url }
    case 'copy':
      return { copy_text: { text: action.text } }
    case 'web-app':
      return { web_app: { url: action.url } }
    case 'disabled':
      return { disabled: {} }
    case 'switch':
      if (action.target === 'current') return { switch_inline_query_current_chat: action.query }
      if (action.target === 'any') return { switch_inline_query: action.query }
      return {
        switch_inline_query_chosen_chat: wire({
          query: action.query || null,
          allow_user_chats: action.target.users || null,
          allow_bot_chats: action.target.bots || null,
          allow_group_chats: action.target.groups || null,
          allow_channel_chats: action.target.channels || null,
        }),
      }
  }
}

/** The InlineKeyboardMarkup object a bot gets. */
export function keyboardWire(keyboard: InlineKeyboard): Wire {
  return {
    inline_keyboard: keyboard.map((row) =>
      row.map((button) =>
        wire({ text: button.text, style: button.style, ...actionWire(button.action) }),
      ),
    ),
  }
}

/** The keyboard that goes along when a message is forwarded: all of it, or none. */
export function forwardedKeyboard(
  keyboard: InlineKeyboard | null,
  isViaBot: boolean,
): InlineKeyboard | null {
  const stays = (action: ButtonAction) =>
    action.type === 'url' || (isViaBot && action.type === 'switch')
  return keyboard?.flat().every(({ action }) => stays(action)) ? keyboard : null
}
