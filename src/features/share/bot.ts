import { Composer, InlineQueryResultBuilder } from 'grammy'
import type { InlineQueryResult } from 'grammy/types'
import { cardHash } from '../../domain/card-hash.ts'
import { findLinks } from '../../domain/find-links.ts'
import type { Link } from '../../domain/links.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { toKeyboard } from '../../telegram/keyboard.ts'
import {
  namedPosting,
  offerPosting,
  type Posting,
  type PostParts,
  seriesPosting,
  sharedSpace,
  spacePosting,
} from './find-posts.ts'

const MOST_RESULTS = 20

/**
 * Inline mode: somebody types the bot's name in any chat, or presses *Choose a chat*, and posts something of theirs: a
 * series, a right for sale, a send, a request to pay. What a pasted link names can be posted too; who is not the seller
 * becomes its contributor.
 */
export function shareBot(deps: {
  botName: string
  site: string
  botLink: (payload: string) => string
}): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  composer.on('inline_query', async (ctx) => {
    const found = await find(ctx, ctx.inlineQuery.query.trim())
    const results = found.map((each) => toResult(each))
    const options = { cache_time: 0, is_personal: true } as const
    const hint = { text: ctx.texts.plain('post-nothing'), start_parameter: 'space' }
    const button = results.length === 0 ? { button: hint } : {}
    ctx.later(() => ctx.answerInlineQuery(results, { ...options, ...button }))
  })
  // Which message it became: needed to keep it true.
  composer.on('chosen_inline_result', async (ctx) => {
    const { inline_message_id: inlineMessageId, result_id, query } = ctx.chosenInlineResult
    if (inlineMessageId === undefined) return
    const posting = (await find(ctx, query.trim())).find((each) => idOf(each) === result_id)
    if (posting === undefined) return
    const { subject, card } = posting
    const { locale } = ctx.texts
    // Should it look otherwise by now than when it was offered, the next change brings it up to date.
    const contentHash = cardHash(card)
    await ctx.unit.posts.add({
      inlineMessageId,
      subject,
      person: ctx.person.id,
      locale,
      contentHash,
    })
  })
  return composer

  async function find(ctx: BotContext, query: string): Promise<Posting[]> {
    const parts = { texts: ctx.texts, coinOf: ctx.coinOf, botLink: deps.botLink }
    const input = { person: ctx.person.id, query }
    const named = await namedPosting(ctx.unit, parts, input)
    if (named !== null) return named
    const { links } = findLinks([query], deps)
    if (links.length > 0) return linked(ctx, parts, links)
    return own(ctx, parts, query.toLowerCase())
  }

  async function linked(ctx: BotContext, parts: PostParts, links: Link[]): Promise<Posting[]> {
    const found: Posting[] = []
    for (const link of links) {
      const posting = await byLink(ctx, parts, link)
      if (posting !== null) found.push(posting)
    }
    return found
  }

  async function byLink(ctx: BotContext, parts: PostParts, link: Link): Promise<Posting | null> {
    switch (link.type) {
      case 'series':
      case 'series-short': {
        const series =
          link.type === 'series'
            ? await ctx.unit.index.series(link.series)
            : await ctx.unit.index.seriesByPrefix(link.prefix)
        if (series === null) return null
        return seriesPosting(ctx.unit, parts, { person: ctx.person.id, series })
      }
      case 'right':
        return offerPosting(ctx.unit, parts, link.right)
      case 'space':
      case 'space-category': {
        const { account } = link
        const category = link.type === 'space' ? null : link.category
        const shared = await sharedSpace(ctx.unit, ctx.person.id, { account, category })
        return spacePosting(ctx.unit, parts, shared)
      }
      default:
        return null
    }
  }

  /** What this person sells and offers, by words of its name. */
  async function own(ctx: BotContext, parts: PostParts, words: string): Promise<Posting[]> {
    const { unit, person } = ctx
    const found: Posting[] = []
    const accounts = (await unit.bindings.of(person.id)).map(({ account }) => account)
    for (const account of accounts) {
      const all = await unit.index.seriesOf(account)
      const named = all.filter(({ goods }) => goods.name.toLowerCase().includes(words))
      for (const series of named.slice(0, MOST_RESULTS)) {
        found.push(await seriesPosting(unit, parts, { person: person.id, series }))
      }
      for (const { id } of await unit.index.listedBy(account)) {
        const posting = await offerPosting(unit, parts, id)
        if (posting !== null) found.push(posting)
      }
      if (all.length + found.length > 0) {
        const shared = { account, category: null, contributor: null }
        found.push(await spacePosting(unit, parts, shared))
      }
    }
    return found.filter(({ title }) => title.toLowerCase().includes(words)).slice(0, MOST_RESULTS)
  }

  function toResult({ card, title, description, ...posting }: Posting): InlineQueryResult {
    const id = idOf(posting)
    const reply_markup = { inline_keyboard: toKeyboard(card.buttons) }
    if (card.picture?.type !== 'stored') {
      return InlineQueryResultBuilder.article(id, title, { description, reply_markup }).text(
        card.html,
        { parse_mode: 'HTML', link_preview_options: { is_disabled: true } },
      )
    }
    const url = `${deps.site}/pictures/${card.picture.hash}.jpg`
    return InlineQueryResultBuilder.photo(id, url, {
      thumbnail_url: url,
      title,
      description,
      caption: card.html,
      parse_mode: 'HTML',
      reply_markup,
    })
  }
}

/** A result's id is at most 64 bytes: the beginning of a subject is unique enough among twenty. */
function idOf({ subject }: Pick<Posting, 'subject'>): string {
  return subject.slice(0, 60)
}
