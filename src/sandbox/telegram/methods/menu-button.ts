import { requireUser } from '../access.ts'
import { prefixed } from '../inline-keyboards.ts'
import { requiredText } from '../json-fields.ts'
import { badRequest, doors } from '../refusals.ts'
import { isWire } from '../wire.ts'
import type { Call, Method } from './method.ts'

function readType(given: unknown): 'default' | 'commands' {
  if (given === undefined) return 'default'
  if (!isWire(given)) throw badRequest('MenuButton must be an Object')
  const type = requiredText(given, 'type')
  if (type === 'default' || type === 'commands') return type
  if (type === 'web_app') throw doors.unsupported('a menu button of type web_app')
  throw badRequest('MenuButton has unsupported type')
}

/** The person whose button it is, or 0 for everybody else's. */
function personId({ world, bot, parameters }: Call): number {
  if (!parameters.has('chat_id')) return 0
  const id = parameters.integer('chat_id', 0, 0)
  if (id === 0) throw badRequest('Invalid chat_id specified')
  return requireUser(world, bot, id).id
}

/** Sets the button beside the text field: the menu of commands, or the default. */
export const setChatMenuButton: Method = {
  supported: ['chat_id', 'menu_button'],
  run(call) {
    const given = call.parameters.json('menu_button', 'menu button')
    const type = prefixed("Can't parse menu button", () => readType(given))
    call.bot.menuButtons.set(personId(call), type)
    return true
  },
}

/** The button beside the text field. */
export const getChatMenuButton: Method = {
  supported: ['chat_id'],
  run(call) {
    const { menuButtons } = call.bot
    return { type: menuButtons.get(personId(call)) ?? menuButtons.get(0) ?? 'default' }
  },
}
