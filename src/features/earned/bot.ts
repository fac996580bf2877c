import { Composer } from 'grammy'
import { earnedCard } from '../../cards/earned-card.ts'
import { type PassedOn, passedOnCard } from '../../cards/passed-on-card.ts'
import { unboundCard } from '../../cards/unbound-card.ts'
import { coinsOf } from '../../deals/coins-of.ts'
import { startAct } from '../../deals/start-act.ts'
import type { StartDeal } from '../../deals/start-deal.ts'
import { accountOfKey } from '../../domain/button-key.ts'
import { creditVersion } from '../../domain/credit-version.ts'
import { AppError } from '../../domain/errors.ts'
import { adoptCard } from '../../telegram/adopt-card.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { readEarned } from './read-earned.ts'

/** What links earned, money that waits, and the history of what a person sent and sold. */
export function earnedBot({ startDeal }: { startDeal: StartDeal }): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  composer.chatType('private').command('earned', showEarned)
  onActions(composer, {
    earned: showEarned,
    'sent-rights': (ctx, { version }) => showPassedOn(ctx, 'sent', version),
    'sold-rights': (ctx, { version }) => showPassedOn(ctx, 'sold', version),
    withdraw: async (ctx, { subject, version }) => {
      const { unit, person } = ctx
      const account = accountOfKey(subject)
      const credits = await unit.index.creditsOf(account)
      const credit = credits.find(({ currency }) => creditVersion(currency) === version)
      if (credit === undefined) throw new AppError('CARD_STALE')
      const { currency } = credit
      // Anybody may send it to its owner: any of the person's wallets will do.
      const act = { person, act: 'withdraw', by: null, arguments: { account, currency } } as const
      await startAct(startDeal, unit, act)
    },
  })
  return composer
}

async function showEarned(ctx: BotContext): Promise<void> {
  const { unit, person, texts, coinOf } = ctx
  const accounts = (await unit.bindings.of(person.id)).map(({ account }) => account)
  if (accounts.length === 0) return ctx.show('earned', unboundCard(texts), 'new')
  const view = await readEarned(unit, accounts, coinOf)
  await ctx.show('earned', earnedCard({ ...view, texts }), 'new')
}

async function showPassedOn(ctx: BotContext, what: 'sent' | 'sold', page: number): Promise<void> {
  const { unit, person, texts } = ctx
  const accounts = (await unit.bindings.of(person.id)).map(({ account }) => account)
  const found: PassedOn[] = []
  for (const right of await unit.index.passedOn(accounts)) {
    const isSold = right.came.how === 'resale'
    const series = isSold === (what === 'sold') ? await unit.index.series(right.series) : null
    if (series !== null) found.push({ right, series })
  }
  const currencies = found.map(({ series }) => series.terms.currency)
  const coin = coinsOf(ctx.coinOf, currencies)
  const { time: now } = await unit.index.head()
  await adoptCard(ctx, 'earned')
  await ctx.show(
    'earned',
    passedOnCard({ what, rights: found, coin, page, texts, now }),
    'in-place',
  )
}
