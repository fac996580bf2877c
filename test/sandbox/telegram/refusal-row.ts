import type { Facts, Row } from './refusal-world.ts'
import type { Json } from './world.ts'

/** A short hand for the table. */
export function button(fields: Json, text: Json = 'x'): Json {
  return { inline_keyboard: [[{ text, ...fields }]] }
}

/** A short hand for the table. */
export const missing = 'Bad Request: chat not found'
/** A short hand for the table. */
export const notModified =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
/** A short hand for the table. */
export const parse = "Bad Request: can't parse entities: "
/** A short hand for the table. */
export const wrongId = 'Bad Request: wrong remote file identifier specified: '

/** A short hand for the table. */
export function send(situation: string, fields: Json, text: string, code = 400): Row {
  const request = (f: Facts) => ({
    chat_id: f.chat,
    text: 'x',
    ...(typeof fields === 'function' ? fields(f) : fields),
  })
  return { method: 'sendMessage', situation, request, code, text }
}

/** A short hand for the table. */
export function html(text: string, reason: string): Row {
  return send(`HTML ${text}`, { text, parse_mode: 'HTML' }, parse + reason)
}

/** A short hand for the table. */
export function markdown(text: string, reason: string): Row {
  return send(`MarkdownV2 ${text}`, { text, parse_mode: 'MarkdownV2' }, parse + reason)
}

/** A short hand for the table. */
export function row(
  method: string,
  situation: string,
  request: Json | ((world: Facts) => Json | Promise<Json>),
  text: string,
  code = 400,
) {
  return { method, situation, request, code, text }
}

/** A short hand for the table. */
export const reserved = (c: string) =>
  `Character '${c}' is reserved and must be escaped with the preceding '\\'`
