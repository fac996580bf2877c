import { Composer } from 'grammy'
import { complaintCard } from '../../cards/problem-card.ts'
import { deskPeople } from '../../deals/desk-people.ts'
import { ownRight } from '../../deals/own-right.ts'
import { reachablePeople } from '../../deals/reachable-people.ts'
import { startAct } from '../../deals/start-act.ts'
import type { StartDeal } from '../../deals/start-deal.ts'
import { rightOfKey } from '../../domain/button-key.ts'
import { AppError } from '../../domain/errors.ts'
import type { Series } from '../../domain/facts.ts'
import { formatTime } from '../../domain/format-time.ts'
import type { RightId } from '../../domain/ids.ts'
import { maskSecrets } from '../../domain/mask-secrets.ts'
import { plainText } from '../../domain/plain-text.ts'
import type { Random } from '../../ports/random.ts'
import type { Texts } from '../../ports/texts.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { onAnswer } from '../../telegram/on-answer.ts'

const MOST_CHARACTERS = 1000

/**
 * A delivery that went wrong. What is held can be disputed before the arbiter of the terms; where the seller was paid at
 * once there is nothing to hold, and what the holder writes is passed on to the seller.
 */
export function problemBot(deps: {
  startDeal: StartDeal
  random: Random
  texts: (locale: string) => Texts
}): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  onActions(composer, {
    problem: async (ctx, { subject }) => {
      const { right, state, series, isOpen } = await troubled(ctx, rightOfKey(subject))
      const until = state.until === null ? '' : formatTime(state.until, ctx.texts.locale)
      const id = isOpen ? 'problem-escrow' : 'problem-direct'
      await ctx.unit.questions.ask(ctx.person.id, { type: 'complaint', right: right.id })
      await ctx.ask(id, { name: series.goods.name, serial: right.serial, until })
    },
  })
  onAnswer(composer, 'complaint', async (ctx, question, text) => {
    const { right, state, series, isOpen } = await troubled(ctx, question.right)
    // Whoever reads it could take what a send or a code gives away.
    const complaint = plainText(maskSecrets(text), MOST_CHARACTERS)
    if (complaint === null) throw new AppError('TEXT_UNCLEAR')
    if (!isOpen) return passOn(ctx, right.id, series, right.serial, complaint)
    await ctx.unit.questions.close(ctx.person.id)
    await startAct(deps.startDeal, ctx.unit, {
      person: ctx.person,
      act: 'dispute',
      by: state.holder,
      right: right.id,
      arguments: { text: complaint },
    })
  })
  return composer

  /** To everybody at the desk, with the right's name and without the writer's: who wants to be known says so in it. */
  async function passOn(
    ctx: BotContext,
    right: RightId,
    series: Series,
    serial: number,
    complaint: string,
  ): Promise<void> {
    const { unit } = ctx
    const key = `complaint:${deps.random.nonce()}`
    const people = await reachablePeople(unit, deps.texts, await deskPeople(unit, series.issuer))
    // The question stays open: what was written can be sent again once somebody is there.
    if (people.length === 0) throw new AppError('DESK_ABSENT')
    await unit.questions.close(ctx.person.id)
    for (const { chat, texts } of people) {
      const card = complaintCard({ texts, right, series, serial, complaint })
      await unit.drawings.notice({ chat, right, key, card })
    }
    const html = ctx.texts.html('problem-passed-on')
    await ctx.show(`problem:${right}`, { html, buttons: [], picture: null }, 'new')
  }
}

/** A right of this person with which something can be wrong. `isOpen`: what is held for it can still be disputed. */
async function troubled(ctx: BotContext, id: RightId) {
  const found = await ownRight(ctx.unit, ctx.person, id)
  const { right, state, time } = found
  const series = await ctx.unit.index.series(right.series)
  if (series === null) throw new AppError('SERIES_UNKNOWN')
  const isUnderWay = ['requested', 'accepted', 'shipped'].includes(state.state) || state.unserved
  if (!isUnderWay) throw new AppError('RIGHT_NOT_ASKED')
  const { payout, arbiter } = series.terms
  const isInTime = state.state === 'shipped' && state.until !== null && time < state.until
  return { ...found, series, isOpen: payout === 'escrow' && arbiter !== null && isInTime }
}
