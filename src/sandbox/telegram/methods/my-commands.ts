import { requireChat } from '../access.ts'
import type { Bot, BotCommand } from '../accounts.ts'
import { prefixed } from '../inline-keyboards.ts'
import { optionalFlag, requiredInteger, requiredText } from '../json-fields.ts'
import { menuKey } from '../menus.ts'
import type { Parameters } from '../parameters.ts'
import { badRequest, doors, refuse } from '../refusals.ts'
import { isWire, type Wire } from '../wire.ts'
import type { World } from '../world.ts'
import type { Method } from './method.ts'

const wide = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']

function readScope(world: World, bot: Bot, given: unknown): string {
  if (given === undefined) return 'default'
  if (!isWire(given))
    throw badRequest("Can't parse BotCommandScope: BotCommandScope must be an Object")
  const type = requiredText(given, 'type')
  if (wide.includes(type)) return type
  if (!['chat', 'chat_administrators', 'chat_member'].includes(type)) {
    throw badRequest("Can't parse BotCommandScope: Unsupported type specified")
  }
  const chatId = requiredText(given, 'chat_id')
  if (chatId === '') throw badRequest("Can't parse BotCommandScope: Empty chat_id specified")
  const chat = requireChat(world, bot, chatId)
  if (type !== 'chat' && chat.kind === 'private') {
    throw badRequest("Can't use specified scope in private chats")
  }
  const id = Number.parseInt(chatId, 10)
  return type === 'chat_member' ? `${type}:${id}:${memberId(given)}` : `${type}:${id}`
}

function memberId(scope: Wire): number {
  const id = requiredInteger(scope, 'user_id')
  if (id <= 0) throw badRequest("Can't parse BotCommandScope: Invalid user_id specified")
  return id
}

/** Reads a two-letter language; empty stands for all others. */
export function readLanguage(parameters: Parameters): string {
  const language = parameters.text('language_code')
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw refuse('languageInvalid')
  return language
}

function keyFor(world: World, bot: Bot, parameters: Parameters): string {
  const scope = readScope(world, bot, parameters.json('scope', 'BotCommandScope'))
  return menuKey(scope, readLanguage(parameters))
}

function readCommand(value: unknown): BotCommand {
  if (!isWire(value)) throw badRequest('expected an Object')
  if (optionalFlag(value, 'is_ephemeral')) throw doors.unsupported('is_ephemeral of a command')
  const command = requiredText(value, 'command')
  return { command, description: requiredText(value, 'description') }
}

function readCommands(given: unknown): BotCommand[] {
  if (given === undefined) return []
  if (!Array.isArray(given)) throw badRequest('Expected an Array of BotCommand')
  const commands = given.map((item: unknown) =>
    prefixed("Can't parse BotCommand", () => readCommand(item)),
  )
  if (commands.length > 100) throw refuse('commandsTooMuch')
  for (const { command, description } of commands) {
    if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw refuse('commandInvalid')
    const length = Array.from(description.trim()).length
    if (length < 1 || length > 256) throw refuse('commandDescriptionInvalid')
  }
  return commands.map((line) => ({ ...line, command: line.command.replace(/^\//, '') }))
}

/** Sets the menu of one scope and language. */
export const setMyCommands: Method = {
  supported: ['commands', 'scope', 'language_code'],
  run({ world, bot, parameters }) {
    const commands = readCommands(parameters.json('commands', 'commands'))
    const key = keyFor(world, bot, parameters)
    if (commands.length > 0) bot.commands.set(key, commands)
    else bot.commands.delete(key)
    return true
  },
}

/** The menu set for exactly this scope and language. */
export const getMyCommands: Method = {
  supported: ['scope', 'language_code'],
  run: ({ world, bot, parameters }) => bot.commands.get(keyFor(world, bot, parameters)) ?? [],
}

/** Takes the menu of one scope and language away. */
export const deleteMyCommands: Method = {
  supported: ['scope', 'language_code'],
  run({ world, bot, parameters }) {
    bot.commands.delete(keyFor(world, bot, parameters))
    return true
  },
}
