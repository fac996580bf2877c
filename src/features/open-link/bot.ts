import { Composer } from 'grammy'
import { choiceCard } from '../../cards/choice-card.ts'
import { linkChoices } from '../../deals/link-choices.ts'
import { AppError } from '../../domain/errors.ts'
import { findLinks } from '../../domain/find-links.ts'
import { decodePayload, type Link } from '../../domain/links.ts'
import { parseAccount } from '../../domain/parse-account.ts'
import type { Taxonomy } from '../../ports/taxonomy.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { textsOf } from '../../telegram/texts-of.ts'

/** Opens one kind of link: shows the card that it leads to. */
export type OpenLink<Type extends Link['type']> = (
  ctx: BotContext,
  link: Extract<Link, { type: Type }>,
) => Promise<unknown>

/** An opener for every kind of link. */
export type LinkOpeners = { readonly [Type in Link['type']]: OpenLink<Type> }

/**
 * A link however it comes: START with a payload, pasted, forwarded, behind a word, under a caption, in a button; an account
 * that is typed stands for its space. Private chats only: in groups the bot keeps quiet.
 */
export function openLinkBot(deps: {
  openers: LinkOpeners
  botName: string
  site: string
  botLink: (payload: string) => string
  taxonomy: Pick<Taxonomy, 'nameOf'>
}): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  const privately = composer.chatType('private')
  privately.command('start', async (ctx, next) => {
    if (ctx.match === '') return next()
    const link = decodePayload(ctx.match)
    if (link === null) throw new AppError('LINK_BROKEN')
    await open(ctx, link)
  })
  privately.on('message', async (ctx, next) => {
    if (ctx.message.text?.startsWith('/') === true) return next()
    const { links, broken, foreign } = findLinks(textsOf(ctx.message), deps)
    const [first, ...others] = links
    if (first === undefined) {
      if (broken + foreign > 0) throw new AppError(broken > 0 ? 'LINK_BROKEN' : 'LINK_FOREIGN')
      const account = parseAccount(ctx.message.text ?? '')
      return account === null ? next() : open(ctx, { type: 'space', account, contributor: null })
    }
    if (others.length === 0) return open(ctx, first)
    const { unit, texts } = ctx
    const choices = await linkChoices({ ...deps, index: unit.index, locale: texts.locale }, links)
    await ctx.show('choice', choiceCard(texts, choices), 'new')
  })
  return composer

  async function open(ctx: BotContext, link: Link): Promise<void> {
    await (deps.openers[link.type] as OpenLink<Link['type']>)(ctx, link)
  }
}
