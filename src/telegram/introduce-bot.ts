import type { Api } from 'grammy'
import type { Texts } from '../ports/texts.ts'

const COMMANDS = ['start', 'rights', 'wallet', 'language', 'help'] as const

/** Tells Telegram the bot's description and commands in every language; the same again changes nothing. */
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
    const commands = COMMANDS.map((command) => ({
      command,
      description: words.plain(`command-${command}`),
    }))
    await api.setMyCommands(commands, { scope: { type: 'all_private_chats' }, ...language })
    await api.setMyDescription(words.plain('bot-description'), language)
    await api.setMyShortDescription(words.plain('bot-about'), language)
  }
}
