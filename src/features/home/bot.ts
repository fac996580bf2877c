import { Composer } from 'grammy'
import { errorText } from '../../cards/error-text.ts'
import { helpCard, isHelpTopic } from '../../cards/help-card.ts'
import { homeCard, unknownCard } from '../../cards/home-card.ts'
import type { Texts } from '../../ports/texts.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'

/** The first screen, help, the language, and an answer to whatever nobody else understood. */
export function homeBot(deps: { texts: (locale: string) => Texts }): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  const privately = composer.chatType('private')
  privately.command('start', async (ctx) =>
    ctx.show('home', homeCard(ctx.texts, await hasBinding(ctx)), 'new'),
  )
  privately.command('help', (ctx) => ctx.show('home', helpCard(ctx.texts), 'new'))
  privately.command('language', (ctx) => speak(ctx, ctx.texts.plain('other-language'), 'new'))
  // Blocking and unblocking the bot; everything else somebody does shows that they can be reached.
  privately.on('my_chat_member', async (ctx) => {
    const isReachable = ctx.myChatMember.new_chat_member.status === 'member'
    await ctx.unit.people.setReachable(ctx.person.id, isReachable)
  })
  onActions(composer, {
    home: async (ctx) => ctx.show('home', homeCard(ctx.texts, await hasBinding(ctx)), 'in-place'),
    help: (ctx, { subject }) =>
      ctx.show('home', helpCard(ctx.texts, isHelpTopic(subject) ? subject : null), 'in-place'),
    language: (ctx, { subject }) => speak(ctx, subject, 'in-place'),
  })
  return composer

  async function speak(
    ctx: BotContext,
    locale: string,
    placement: 'in-place' | 'new',
  ): Promise<void> {
    const texts = deps.texts(locale)
    await ctx.unit.people.setLocale(ctx.person.id, texts.locale)
    await ctx.show('home', homeCard(texts, await hasBinding(ctx)), placement)
  }
}

/** The last of all features: what somebody wrote in their private chat and no other one has taken. */
export function unknownBot(): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  composer.chatType('private').on('message', (ctx) => {
    const isCommand = ctx.message.text?.startsWith('/') === true
    const html = isCommand
      ? ctx.texts.html('unknown-command')
      : errorText(ctx.texts, 'LINK_MISSING')
    return ctx.show('unknown', unknownCard(ctx.texts, html), 'new')
  })
  return composer
}

async function hasBinding({ unit, person }: BotContext): Promise<boolean> {
  return (await unit.bindings.of(person.id)).length > 0
}
