import { type Action, type ActionName, actions } from './actions.ts'

const FORMAT = '1'
const MOST_BYTES = 64

/** Writes a tap as callback data: `1.<action>.<subject>.<version>`. @throws RangeError beyond Telegram's 64 bytes. */
export function encodeAction(action: Action): string {
  const data = [FORMAT, action.name, action.subject, action.version.toString(36)].join('.')
  if (Buffer.byteLength(data) > MOST_BYTES) throw new RangeError(`callback data too long: ${data}`)
  return data
}

/** Reads callback data; null for anything not written by {@link encodeAction}. Buttons live forever, and anybody can forge them. */
export function decodeAction(data: string): Action | null {
  const match = /^1\.([a-z-]+)\.([A-Za-z0-9_-]{0,44})\.([0-9a-z]{1,7})$/.exec(data)
  const [, name = '', subject = '', version = ''] = match ?? []
  if (!Object.hasOwn(actions, name)) return null
  return { name: name as ActionName, subject, version: Number.parseInt(version, 36) }
}
