import { Composer } from 'grammy'
import { mySpaceCard } from '../../cards/my-space-card.ts'
import { unboundCard } from '../../cards/unbound-card.ts'
import { coinsOf } from '../../deals/coins-of.ts'
import { ownAccount } from '../../deals/own-account.ts'
import { adoptCard } from '../../telegram/adopt-card.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'

const KEY = 'my-space'

/** The own space; an account has one from the moment it is bound. */
export function mySpaceBot(): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  const privately = composer.chatType('private')
  privately.command('space', (ctx) => show(ctx, '', 0, 'new'))
  // The way out of inline mode for somebody who has nothing to post.
  privately.command('start', (ctx, next) =>
    ctx.match === 'space' ? show(ctx, '', 0, 'new') : next(),
  )
  onActions(composer, {
    // A button that names no account stands on another card, and opens a message of its own.
    'my-space': (ctx, { subject, version }) =>
      show(ctx, subject, version, subject === '' ? 'new' : 'in-place'),
  })
  return composer
}

async function show(
  ctx: BotContext,
  key: string,
  page: number,
  placement: 'in-place' | 'new',
): Promise<void> {
  const { unit, person, texts } = ctx
  const account = await ownAccount(unit, person, key)
  if (account === null) return ctx.show(KEY, unboundCard(texts), 'new')
  const mine = (await unit.bindings.of(person.id)).map((each) => each.account)
  const series = await unit.index.seriesOf(account)
  const currencies = series.map(({ terms }) => terms.currency)
  const coin = coinsOf(ctx.coinOf, currencies)
  const others = mine.filter((each) => each !== account)
  if (placement === 'in-place') await adoptCard(ctx, KEY)
  await ctx.show(KEY, mySpaceCard({ account, others, series, coin, page, texts }), placement)
}
