import { refuse } from '../refusals.ts'
import type { Method } from './method.ts'
import { readLanguage } from './my-commands.ts'

/** What the bot is called, for everybody or for one language. */
export const setMyName: Method = {
  supported: ['name', 'language_code'],
  run({ bot, parameters }) {
    const language = readLanguage(parameters)
    const name = parameters.text('name').trim()
    const isMissing = name === '' && language === ''
    if (isMissing || Array.from(name).length > 64) throw refuse('nameInvalid')
    if (language === '') bot.firstName = name
    else if (name === '') bot.names.delete(language)
    else bot.names.set(language, name)
    return true
  },
}

/** What the bot is called in a language. */
export const getMyName: Method = {
  supported: ['language_code'],
  run: ({ bot, parameters }) => ({
    name: bot.names.get(readLanguage(parameters)) ?? bot.firstName,
  }),
}
