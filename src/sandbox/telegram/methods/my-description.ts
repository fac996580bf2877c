import { type Reason, refuse } from '../refusals.ts'
import type { Call, Method } from './method.ts'
import { readLanguage } from './my-commands.ts'

function keep(
  { parameters }: Call,
  texts: Map<string, string>,
  { field, most, tooLong }: { field: string; most: number; tooLong: Reason },
): true {
  const language = readLanguage(parameters)
  const text = parameters.text(field)
  if (Array.from(text).length > most) throw refuse(tooLong)
  if (text === '') texts.delete(language)
  else texts.set(language, text)
  return true
}

function textFor({ parameters }: Call, texts: Map<string, string>): string {
  return texts.get(readLanguage(parameters)) ?? texts.get('') ?? ''
}

/** What an empty chat with the bot says. */
export const setMyDescription: Method = {
  supported: ['description', 'language_code'],
  run: (call) =>
    keep(call, call.bot.descriptions, {
      field: 'description',
      most: 512,
      tooLong: 'descriptionTooLong',
    }),
}

/** What an empty chat with the bot says in a language. */
export const getMyDescription: Method = {
  supported: ['language_code'],
  run: (call) => ({ description: textFor(call, call.bot.descriptions) }),
}

/** What the bot's profile says. */
export const setMyShortDescription: Method = {
  supported: ['short_description', 'language_code'],
  run: (call) =>
    keep(call, call.bot.shortDescriptions, {
      field: 'short_description',
      most: 120,
      tooLong: 'shortDescriptionTooLong',
    }),
}

/** What the bot's profile says in a language. */
export const getMyShortDescription: Method = {
  supported: ['language_code'],
  run: (call) => ({ short_description: textFor(call, call.bot.shortDescriptions) }),
}
