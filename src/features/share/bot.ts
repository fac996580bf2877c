import { Composer, InlineQueryResultBuilder } from 'grammy'
import type { InlineQueryResult } from 'grammy/types'
import { postCard } from '../../cards/post-card.ts'
import type { Series } from '../../domain/facts.ts'
import { findLinks } from '../../domain/find-links.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Unit } from '../../ports/store.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { toKeyboard } from '../../telegram/keyboard.ts'

const MOST_RESULTS = 20

/**
 * Inline mode: somebody types the bot's name in any chat and posts a series with its picture. What they are offered: the
 * series a pasted link names, else their own series whose name holds the words.
 */
export function shareBot(deps: {
  chain: ChainPort
  botName: string
  site: string
  botLink: (payload: string) => string
}): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  composer.on('inline_query', async (ctx) => {
    const found = await findSeries(ctx, ctx.inlineQuery.query)
    ctx.later(async () => {
      const results = await Promise.all(found.map((series) => toResult(ctx, series)))
      await ctx.answerInlineQuery(results, { cache_time: 0, is_personal: true })
    })
  })
  return composer

  async function findSeries(ctx: BotContext, query: string): Promise<Series[]> {
    const { links } = findLinks([query], deps)
    const named: Series[] = []
    for (const link of links) {
      const series = link.type === 'series' ? await ctx.unit.index.series(link.series) : null
      if (series !== null) named.push(series)
    }
    if (links.length > 0) return named
    const words = query.trim().toLowerCase()
    const own = await ownSeries(ctx.unit, ctx.person.id)
    return own
      .filter(({ goods }) => goods.name.toLowerCase().includes(words))
      .slice(0, MOST_RESULTS)
  }

  async function toResult(ctx: BotContext, series: Series): Promise<InlineQueryResult> {
    const coin = await deps.chain.currency(series.terms.currency)
    const card = postCard({ series, coin, texts: ctx.texts, botLink: deps.botLink })
    const id = series.id.slice(2, 34)
    const reply_markup = { inline_keyboard: toKeyboard(card.buttons) }
    const { name, specification } = series.goods
    if (card.picture?.type !== 'stored') {
      return InlineQueryResultBuilder.article(id, name, {
        description: specification,
        reply_markup,
      }).text(card.html, { parse_mode: 'HTML' })
    }
    const url = `${deps.site}/pictures/${card.picture.hash}.jpg`
    return InlineQueryResultBuilder.photo(id, url, {
      thumbnail_url: url,
      title: name,
      description: specification,
      caption: card.html,
      parse_mode: 'HTML',
      reply_markup,
    })
  }
}

async function ownSeries(unit: Unit, person: BotContext['person']['id']): Promise<Series[]> {
  const bindings = await unit.bindings.of(person)
  const lists = await Promise.all(bindings.map(({ account }) => unit.index.seriesOf(account)))
  return lists.flat()
}
