import { Composer } from 'grammy'
import { rightCard } from '../../cards/right-card.ts'
import { RIGHTS_A_PAGE, type RightView, rightsCard } from '../../cards/rights-card.ts'
import { rightOfKey } from '../../domain/button-key.ts'
import { AppError } from '../../domain/errors.ts'
import type { RightId } from '../../domain/ids.ts'
import type { Unit } from '../../ports/store.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'

/** What this person holds: the list, and one right. */
export function myRightsBot(): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  composer.chatType('private').command('rights', (ctx) => showRights(ctx, 0, 'new'))
  onActions(composer, {
    // Another page is the same message; the button of another card opens a new one.
    'my-rights': (ctx, { version }) => showRights(ctx, version, isList(ctx) ? 'in-place' : 'new'),
    'show-right': (ctx, { subject }) => showRight(ctx, rightOfKey(subject)),
  })
  return composer
}

/** Was the button pressed on the list itself? Its page buttons say so. */
function isList(ctx: BotContext): boolean {
  const rows = ctx.callbackQuery?.message?.reply_markup?.inline_keyboard ?? []
  return rows.some((row) => row.some(({ text }) => text === '›'))
}

async function showRights(
  ctx: BotContext,
  page: number,
  placement: 'in-place' | 'new',
): Promise<void> {
  const { unit, texts, person } = ctx
  const bindings = await unit.bindings.of(person.id)
  const accounts = bindings.map(({ account }) => account)
  const read = (at: number) => unit.index.rightsOf(accounts, at * RIGHTS_A_PAGE, RIGHTS_A_PAGE)
  const { found: wanted, total } = await read(page)
  const pages = Math.ceil(total / RIGHTS_A_PAGE)
  // A list that has become shorter since ends earlier.
  const isPast = wanted.length === 0 && total > 0
  const found = isPast ? (await read(pages - 1)).found : wanted
  const rights: RightView[] = []
  for (const right of found) {
    const series = await unit.index.series(right.series)
    if (series !== null) rights.push({ right, series })
  }
  const { time } = await unit.index.head()
  const here = { page: isPast ? pages - 1 : page, pages }
  const card = rightsCard({ rights, ...here, hasBinding: accounts.length > 0, texts, now: time })
  await ctx.show('rights', card, placement)
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
