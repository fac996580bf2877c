import { Composer } from 'grammy'
import { helpCard, homeCard } from '../../cards/home-card.ts'
import { decodeAction } from '../../domain/callback-data.ts'
import type { Texts } from '../../ports/texts.ts'
import type { BotContext } from '../../telegram/bot-context.ts'

/** The first screen, help, and the language. */
export function homeBot(deps: { texts: (locale: string) => Texts }): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  const home = (ctx: BotContext) => ctx.show('home', homeCard(ctx.texts), 'new')
  const help = (ctx: BotContext) => ctx.show('home', helpCard(ctx.texts), 'new')
  const privately = composer.chatType('private')
  privately.command('start', home)
  privately.command('help', help)
  privately.command('language', (ctx) => speak(ctx, ctx.texts.plain('other-language')))
  // Blocking and unblocking the bot; everything else somebody does shows that they can be reached.
  privately.on('my_chat_member', async (ctx) => {
    const isReachable = ctx.myChatMember.new_chat_member.status === 'member'
    await ctx.unit.people.setReachable(ctx.person.id, isReachable)
  })
  composer.on('callback_query:data', async (ctx, next) => {
    const action = decodeAction(ctx.callbackQuery.data)
    if (action?.name === 'home') return ctx.show('home', homeCard(ctx.texts), 'in-place')
    if (action?.name === 'help') return ctx.show('home', helpCard(ctx.texts), 'in-place')
    if (action?.name === 'language') return speak(ctx, action.subject)
    return next()
  })
  return composer

  async function speak(ctx: BotContext, locale: string): Promise<void> {
    const texts = deps.texts(locale)
    await ctx.unit.people.setLocale(ctx.person.id, texts.locale)
    await ctx.show('home', homeCard(texts), 'in-place')
  }
}
