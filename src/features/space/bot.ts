import { Composer } from 'grammy'
import { spaceCard } from '../../cards/space-card.ts'
import { ownDeal } from '../../deals/own-deal.ts'
import {
  rightOfKey,
  type SpaceKey,
  seriesOfKey,
  spaceKey,
  spaceOfKey,
} from '../../domain/button-key.ts'
import { AppError } from '../../domain/errors.ts'
import type { Account, RightId, SeriesId } from '../../domain/ids.ts'
import { type PageMark, toPageMark } from '../../domain/page-version.ts'
import { privateChat } from '../../domain/private-chat.ts'
import type { Taxonomy } from '../../ports/taxonomy.ts'
import { adoptCard } from '../../telegram/adopt-card.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { spaceView } from './show-space.ts'

/** Where a button of a space leads. */
export type SpaceDoors = {
  series(ctx: BotContext, id: SeriesId, contributor: Account | null): Promise<unknown>
  offer(ctx: BotContext, right: RightId): Promise<unknown>
}

/** Spaces, their categories, and categories across spaces: pages, and the way to everything on them. */
export function spaceBot(deps: { taxonomy: Taxonomy; doors: SpaceDoors }): Composer<BotContext> {
  const { doors } = deps
  const composer = new Composer<BotContext>()
  const turn = (ctx: BotContext, { subject, version }: { subject: string; version: number }) =>
    showSpace(deps, ctx, spaceOfKey(subject), toPageMark(version), 'in-place')
  onActions(composer, {
    space: turn,
    category: turn,
    'deal-space': async (ctx, { subject }) => {
      const deal = await ownDeal(ctx.unit, ctx.person, subject)
      if (deal.subject.kind !== 'purchase') throw new AppError('CARD_STALE')
      const { issuer, contributor } = deal.subject
      await openSpace(deps, ctx, { account: issuer, category: null }, contributor)
    },
    'show-series': async (ctx, { subject, version }) => {
      const { contributor } = toPageMark(version)
      const account = contributor === 0 ? null : await ctx.unit.contributors.accountOf(contributor)
      await doors.series(ctx, seriesOfKey(subject), account)
    },
    'show-offer': async (ctx, { subject }) => {
      await doors.offer(ctx, rightOfKey(subject))
    },
  })
  return composer
}

/** Answers a link to a space or a category: its first page, in a new message. */
export async function openSpace(
  deps: { taxonomy: Taxonomy },
  ctx: BotContext,
  key: SpaceKey,
  contributor: Account | null,
): Promise<void> {
  // Nobody earns a share in what they sell themselves.
  const isForeign = contributor !== null && contributor !== key.account
  const number = isForeign ? await ctx.unit.contributors.numberOf(contributor) : 0
  await showSpace(deps, ctx, key, { page: 0, contributor: number }, 'new')
}

async function showSpace(
  deps: { taxonomy: Taxonomy },
  ctx: BotContext,
  key: SpaceKey,
  mark: PageMark,
  placement: 'in-place' | 'new',
): Promise<void> {
  const { unit, person, texts, coinOf } = ctx
  if (key.account === null && key.category === null) throw new AppError('CARD_STALE')
  if (key.account !== null) await unit.chatSpaces.note(privateChat(person.id), key.account)
  const view = await spaceView({ ...deps, texts, coinOf }, unit, { person, key, mark })
  const place = `space:${spaceKey({ ...key, category: key.account === null ? key.category : null })}`
  if (placement === 'in-place') await adoptCard(ctx, place)
  await ctx.show(place, spaceCard(view), placement)
}
