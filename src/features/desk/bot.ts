import { Composer } from 'grammy'
import { refusalCard, refusalChosenCard } from '../../cards/refusal-card.ts'
import { requestCard } from '../../cards/request-card.ts'
import type { RequestView } from '../../cards/request-view.ts'
import { requestsCard } from '../../cards/requests-card.ts'
import { desksOf } from '../../deals/desk-people.ts'
import { requestKey } from '../../deals/draw-requests.ts'
import { requestView } from '../../deals/request-view.ts'
import { startAct } from '../../deals/start-act.ts'
import type { StartDeal } from '../../deals/start-deal.ts'
import { rightOfKey } from '../../domain/button-key.ts'
import type { Act, ActArguments } from '../../domain/deal/act.ts'
import { AppError } from '../../domain/errors.ts'
import type { Account } from '../../domain/ids.ts'
import { privateChat } from '../../domain/private-chat.ts'
import { shortAccount } from '../../domain/short-account.ts'
import { DAY_SECONDS } from '../../domain/terms.ts'
import { adoptCard } from '../../telegram/adopt-card.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { openRequests } from './open-requests.ts'

/** The seller's inbox: what was asked of the desks a person is at, and every answer that is one call on chain. */
export function deskBot(deps: { startDeal: StartDeal }): Composer<BotContext> {
  const { startDeal } = deps
  const composer = new Composer<BotContext>()
  composer.chatType('private').command('requests', (ctx) => showRequests(ctx, 0))
  onActions(composer, {
    requests: (ctx, { version }) => showRequests(ctx, version),
    request: async (ctx, { subject }) => {
      const view = await requestView(ctx.unit, ctx.person, rightOfKey(subject))
      const coin = ctx.coinOf(view.series.terms.currency)
      const card = requestCard({ ...view, texts: ctx.texts, coin })
      const key = requestKey(view.right.id)
      const chat = privateChat(ctx.person.id)
      const old = await ctx.unit.cards.load(chat, key)
      // One card of a request in a chat: what it shows of an address has to go with the address.
      if (old !== null) await ctx.unit.drawings.remove({ chat, messageId: old.messageId })
      await ctx.show(key, card, 'new')
    },
    accept: act('accept', ['requested'], ({ series, now }) => ({
      until: now + series.terms.handOverDays * DAY_SECONDS,
    })),
    refuse: async (ctx, { subject }) => {
      const view = await asDesk(ctx, subject, ['requested', 'accepted'])
      const { right } = view
      await ctx.show(`refuse:${right.id}`, refusalCard({ ...view, texts: ctx.texts }), 'new')
    },
    'refuse-for': async (ctx, { subject, version: reason }) => {
      const view = await asDesk(ctx, subject, ['requested', 'accepted'])
      const key = `refuse:${view.right.id}`
      await adoptCard(ctx, key)
      await ctx.show(key, refusalChosenCard({ ...view, reason, texts: ctx.texts }), 'in-place')
      await start(ctx, view, 'refuse', view.able[0] ?? null, { reason })
    },
    'refund-holder': async (ctx, { subject }) => {
      const view = await requestView(ctx.unit, ctx.person, rightOfKey(subject))
      const { issuer } = view.series
      if (!view.able.includes(issuer)) throw new AppError('ISSUER_ONLY')
      if (view.state.burned) throw new AppError('RIGHT_REDEEMED')
      // It costs money and ends the right: the card says so first.
      await start(ctx, view, 'refund', issuer, {}, false)
    },
    complete: async (ctx, { subject }) => {
      const view = await asDesk(ctx, subject, ['shipped'])
      await start(ctx, view, 'complete', view.able[0] ?? null, {})
    },
    'rule-holder': rule((held) => held),
    'rule-seller': rule(() => 0n),
    'rule-half': rule((held) => held / 2n),
  })
  return composer

  function act(
    name: Act,
    states: readonly string[],
    argumentsOf: (view: RequestView) => ActArguments,
  ) {
    return async (ctx: BotContext, { subject }: { subject: string }) => {
      const view = await asDesk(ctx, subject, states)
      await start(ctx, view, name, view.able[0] ?? null, argumentsOf(view))
    }
  }

  function rule(share: (held: bigint) => bigint) {
    return async (ctx: BotContext, { subject }: { subject: string }) => {
      const view = await requestView(ctx.unit, ctx.person, rightOfKey(subject))
      const { series, state, now } = view
      const isOpen = state.state === 'disputed' && state.until !== null && now < state.until
      if (!view.isArbiter || !isOpen) throw new AppError('ARBITER_ONLY')
      const toHolder = share(series.terms.price)
      await start(ctx, view, 'rule', series.terms.arbiter, { toHolder })
    }
  }

  async function start(
    ctx: BotContext,
    { right }: RequestView,
    name: Act,
    by: Account | null,
    given: ActArguments,
    isDecided = true,
  ): Promise<void> {
    await startAct(startDeal, ctx.unit, {
      person: ctx.person,
      act: name,
      by,
      right: right.id,
      arguments: given,
      isDecided,
    })
  }
}

/** A right that this person may answer for with an account, in one of these states. */
async function asDesk(
  ctx: BotContext,
  subject: string,
  states: readonly string[],
): Promise<RequestView> {
  const view = await requestView(ctx.unit, ctx.person, rightOfKey(subject))
  if (view.able.length === 0) {
    const who = view.owners.join(', ') || shortAccount(view.series.issuer)
    throw new AppError('DESK_ACCOUNT_MISSING', { meta: { who } })
  }
  if (!states.includes(view.state.state)) throw new AppError('RIGHT_NOT_ASKED')
  return view
}

/** `turned` is 0 for the list anew, or the page to turn to, counted from 1. */
async function showRequests(ctx: BotContext, turned: number): Promise<void> {
  const { unit, texts, person } = ctx
  const requests = await openRequests(unit, person)
  const { time: now } = await unit.index.head()
  const hasDesk = (await desksOf(unit, person)).length > 0
  const page = Math.max(0, turned - 1)
  const card = requestsCard({ requests, page, hasDesk, texts, now })
  await ctx.show('requests', card, turned > 0 ? 'in-place' : 'new')
}
