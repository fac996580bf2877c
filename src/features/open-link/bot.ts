import { Composer } from 'grammy'
import { choiceCard } from '../../cards/choice-card.ts'
import { AppError } from '../../domain/errors.ts'
import { findLinks } from '../../domain/find-links.ts'
import { decodePayload, encodePayload, type Link } from '../../domain/links.ts'
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
 * A link however it comes: START with a payload, pasted, forwarded, behind a word, under a caption, in a button. Private
 * chats only: in groups the bot keeps quiet.
 */
export function openLinkBot(deps: {
  openers: LinkOpeners
  botName: string
  site: string
  botLink: (payload: string) => string
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
      throw new AppError(broken > 0 ? 'LINK_BROKEN' : foreign > 0 ? 'LINK_FOREIGN' : 'LINK_MISSING')
    }
    if (others.length === 0) return open(ctx, first)
    const urls = links.map((link) => deps.botLink(encodePayload(link)))
    await ctx.show('choice', choiceCard(ctx.texts, urls), 'new')
  })
  return composer

  async function open(ctx: BotContext, link: Link): Promise<void> {
    await (deps.openers[link.type] as OpenLink<Link['type']>)(ctx, link)
  }
}
