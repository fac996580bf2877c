import { Composer } from 'grammy'
import { mySeriesCard } from '../../cards/my-series-card.ts'
import { ownSeries } from '../../deals/own-series.ts'
import { startAct } from '../../deals/start-act.ts'
import type { StartDeal } from '../../deals/start-deal.ts'
import { keyOf, seriesOfKey } from '../../domain/button-key.ts'
import { AppError } from '../../domain/errors.ts'
import { parseCount } from '../../domain/parse-count.ts'
import { privateChat } from '../../domain/private-chat.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { onAnswer } from '../../telegram/on-answer.ts'

/** A series of one's own: its stock, its code to print, more of it, and the end of its sale. */
export function mySeriesBot(deps: { startDeal: StartDeal }): Composer<BotContext> {
  const { startDeal } = deps
  const composer = new Composer<BotContext>()
  onActions(composer, {
    'my-series': async (ctx, { subject }) => {
      const series = await ownSeries(ctx.unit, ctx.person.id, seriesOfKey(subject))
      const coin = ctx.coinOf(series.terms.currency)
      const card = mySeriesCard({ series, coin, texts: ctx.texts })
      await ctx.show(`series:${keyOf(series.id)}`, card, 'new')
    },
    'print-code': async (ctx, { subject }) => {
      const series = await ctx.unit.index.series(seriesOfKey(subject))
      if (series === null) throw new AppError('SERIES_UNKNOWN')
      const chat = privateChat(ctx.person.id)
      await ctx.unit.drawings.printedCode({ chat, series: series.id, locale: ctx.texts.locale })
    },
    'raise-limit': async (ctx, { subject }) => {
      const series = await ownSeries(ctx.unit, ctx.person.id, seriesOfKey(subject))
      if (series.closed) throw new AppError('SALE_ENDED')
      await ctx.unit.questions.ask(ctx.person.id, { type: 'limit', series: series.id })
      await ctx.ask('ask-limit', { left: series.limit - series.sold })
    },
    // There is no way back: the wallet is asked only after the card has said so.
    'close-series': async (ctx, { subject }) => {
      const series = await ownSeries(ctx.unit, ctx.person.id, seriesOfKey(subject))
      if (series.closed) throw new AppError('SALE_ENDED')
      const { person } = ctx
      await startAct(startDeal, ctx.unit, {
        person,
        act: 'close',
        by: series.issuer,
        series: series.id,
        isDecided: false,
      })
    },
  })
  onAnswer(composer, 'limit', async (ctx, { series: id }, text) => {
    const series = await ownSeries(ctx.unit, ctx.person.id, id)
    const more = parseCount(text)
    const limit = series.limit + (more ?? 0)
    if (more === null || limit > series.terms.supply) throw new AppError('NUMBER_UNCLEAR')
    await ctx.unit.questions.close(ctx.person.id)
    const { person } = ctx
    await startAct(startDeal, ctx.unit, {
      person,
      act: 'raise-limit',
      by: series.issuer,
      series: series.id,
      arguments: { limit },
    })
  })
  return composer
}
