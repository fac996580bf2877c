import type { Api } from 'grammy'
import type { BotCommand } from 'grammy/types'
import type { Texts } from '../ports/texts.ts'

const PRIVATE = [
  'start',
  'rights',
  'space',
  'sell',
  'requests',
  'earned',
  'wallet',
  'language',
  'help',
] as const
const IN_GROUPS = ['help'] as const

/**
 * Tells Telegram the bot's description, about text, commands and menu button, in every language and only where they are not
 * so yet: reading costs nothing, and writing the same again would use up the few changes that Telegram allows a day.
 */
export async function introduceBot(deps: {
  api: Api
  locales: readonly string[]
  texts: (locale: string) => Texts
}): Promise<void> {
  const { api, locales, texts } = deps
  for (const locale of locales) {
    const words = texts(locale)
    // English is what everybody without a language of ours gets.
    const language = locale === 'en' ? {} : { language_code: locale.slice(0, 2) as 'zh' }
    const lines = (names: readonly string[]): BotCommand[] =>
      names.map((command) => ({ command, description: words.plain(`command-${command}`) }))
    for (const [type, names] of [
      ['all_private_chats', PRIVATE],
      ['all_group_chats', IN_GROUPS],
    ] as const) {
      const place = { scope: { type }, ...language }
      const wanted = lines(names)
      if (!areSame(await api.getMyCommands(place), wanted)) await api.setMyCommands(wanted, place)
    }

    const description = words.plain('bot-description')
    const known = await api.getMyDescription(language)
    if (known.description !== description) await api.setMyDescription(description, language)

    const about = words.plain('bot-about')
    const { short_description: shown } = await api.getMyShortDescription(language)
    if (shown !== about) await api.setMyShortDescription(about, language)
  }
  const menu = await api.getChatMenuButton()
  if (menu.type !== 'commands') await api.setChatMenuButton({ menu_button: { type: 'commands' } })
}

function areSame(known: readonly BotCommand[], wanted: readonly BotCommand[]): boolean {
  const line = ({ command, description }: BotCommand) => `${command} ${description}`
  return known.map(line).join('\n') === wanted.map(line).join('\n')
}
