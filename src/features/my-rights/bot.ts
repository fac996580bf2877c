import { Composer } from 'grammy'
import { rightCard } from '../../cards/right-card.ts'
import { type RightView, rightsCard } from '../../cards/rights-card.ts'
import { rightOfKey } from '../../domain/button-key.ts'
import { decodeAction } from '../../domain/callback-data.ts'
import { AppError } from '../../domain/errors.ts'
import type { RightId } from '../../domain/ids.ts'
import type { Unit } from '../../ports/store.ts'
import type { BotContext } from '../../telegram/bot-context.ts'

/** What this person holds: the list, and one right. */
export function myRightsBot(): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  composer.chatType('private').command('rights', (ctx) => showRights(ctx))
  composer.on('callback_query:data', async (ctx, next) => {
    const action = decodeAction(ctx.callbackQuery.data)
    if (action?.name === 'my-rights') return showRights(ctx)
    if (action?.name === 'show-right') return showRight(ctx, rightOfKey(action.subject))
    return next()
  })
  return composer
}

async function showRights(ctx: BotContext): Promise<void> {
  const { unit, texts, person } = ctx
  const bindings = await unit.bindings.of(person.id)
  const found = await unit.index.rightsOf(bindings.map(({ account }) => account))
  const rights: RightView[] = []
  for (const right of found) {
    const series = await unit.index.series(right.series)
    if (series !== null) rights.push({ right, series })
  }
  const { time } = await unit.index.head()
  const card = rightsCard({ rights, hasBinding: bindings.length > 0, texts, now: time })
  await ctx.show('rights', card, 'new')
}

async function showRight(ctx: BotContext, id: RightId): Promise<void> {
  const { unit, texts, person } = ctx
  const right = await unit.index.right(id)
  const series = right === null ? null : await unit.index.series(right.series)
  if (right === null || series === null) throw new AppError('RIGHT_UNKNOWN')
  const mine = await accountsOf(unit, person.id)
  const { time } = await unit.index.head()
  const coin = ctx.coinOf(series.terms.currency)
  await ctx.show(`right:${id}`, rightCard({ right, series, texts, coin, now: time, mine }), 'new')
}

async function accountsOf(unit: Unit, person: BotContext['person']['id']) {
  return (await unit.bindings.of(person)).map(({ account }) => account)
}
