import { Composer } from 'grammy'
import {
  declinedDeskCard,
  invitationCard,
  joinedCard,
  staffCard,
  staffNewsCard,
} from '../../cards/staff-card.ts'
import { unboundCard } from '../../cards/unbound-card.ts'
import { ownAccount } from '../../deals/own-account.ts'
import { reachablePeople } from '../../deals/reachable-people.ts'
import { startAct } from '../../deals/start-act.ts'
import type { StartDeal } from '../../deals/start-deal.ts'
import {
  accountMark,
  accountOfKey,
  type DeskPerson,
  deskPersonOfKey,
  invitationOfKey,
  keyOf,
} from '../../domain/button-key.ts'
import { AppError } from '../../domain/errors.ts'
import type { Account } from '../../domain/ids.ts'
import { INVITATION_MS, invitationHash } from '../../domain/invitation.ts'
import { encodePayload } from '../../domain/links.ts'
import type { Random } from '../../ports/random.ts'
import type { Texts } from '../../ports/texts.ts'
import { adoptCard } from '../../telegram/adopt-card.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'
import { joinDesk, joinedKey } from './join-desk.ts'
import { readStaff } from './read-staff.ts'

const KEY = 'staff'

/** Who serves at the own desk: inviting, removing, and letting somebody's account act on chain. */
export function staffBot(deps: {
  startDeal: StartDeal
  random: Random
  texts: (locale: string) => Texts
  /** Unix milliseconds. */
  now: () => number
  botLink: (payload: string) => string
}): Composer<BotContext> {
  const { startDeal, random } = deps
  const composer = new Composer<BotContext>()
  onActions(composer, {
    staff: async (ctx, { subject }) => show(ctx, await own(ctx, subject), 'new'),
    'invite-staff': async (ctx, { subject }) => {
      const issuer = await own(ctx, subject)
      if (issuer === null) return show(ctx, null, 'new')
      const secret = random.secret().slice(2)
      const expiresAt = deps.now() + INVITATION_MS
      await ctx.unit.desks.invite({ secretHash: invitationHash(secret), issuer, expiresAt })
      const url = deps.botLink(encodePayload({ type: 'staff', secret }))
      await ctx.show('invitation', invitationCard({ issuer, url, texts: ctx.texts }), 'new')
    },
    'join-desk': async (ctx, { subject }) => {
      const secret = invitationOfKey(subject)
      const issuer = await joinDesk(deps, ctx.unit, { person: ctx.person, secret })
      await adoptCard(ctx, joinedKey(issuer))
      await ctx.show(joinedKey(issuer), joinedCard({ issuer, texts: ctx.texts }), 'in-place')
    },
    'decline-desk': async (ctx) => {
      await adoptCard(ctx, 'declined-desk')
      await ctx.show('declined-desk', declinedDeskCard(ctx.texts), 'in-place')
    },
    'remove-staff': async (ctx, { subject }) => {
      const member = await ownMember(ctx, subject)
      const { issuer, person } = member
      await ctx.unit.desks.leave(issuer, person)
      await tellRemoved(ctx, member)
      await adoptCard(ctx, KEY)
      await show(ctx, issuer, 'in-place')
      const staff = await ctx.unit.index.staffOf(issuer)
      const theirs = await ctx.unit.bindings.of(person)
      // Who may act on chain can still do so past this bot: the wallet is asked to end that as well.
      for (const { account } of theirs) {
        if (staff.includes(account)) await setStaff(ctx, issuer, account, false)
      }
    },
    'allow-staff': async (ctx, { subject, version }) => {
      const { issuer, person } = await ownMember(ctx, subject)
      // The account that the card was about, and not another one that they have bound since.
      const theirs = await ctx.unit.bindings.of(person)
      const binding = theirs.find(({ account }) => accountMark(account) === version)
      if (binding === undefined) throw new AppError('CARD_STALE')
      await setStaff(ctx, issuer, binding.account, true)
    },
    'disallow-staff': async (ctx, { subject }) => {
      const account = accountOfKey(subject)
      for (const { account: issuer } of await ctx.unit.bindings.of(ctx.person.id)) {
        const staff = await ctx.unit.index.staffOf(issuer)
        if (staff.includes(account)) return setStaff(ctx, issuer, account, false)
      }
      throw new AppError('CARD_STALE')
    },
  })
  return composer

  async function own({ unit, person }: BotContext, subject: string): Promise<Account | null> {
    return ownAccount(unit, person, subject)
  }

  /** @throws AppError ISSUER_ONLY for another desk, CARD_STALE for somebody who does not serve there any more */
  async function ownMember(ctx: BotContext, subject: string): Promise<DeskPerson> {
    const member = deskPersonOfKey(subject)
    await ownAccount(ctx.unit, ctx.person, keyOf(member.issuer))
    const members = await ctx.unit.desks.peopleOf(member.issuer)
    if (!members.includes(member.person)) throw new AppError('CARD_STALE')
    return member
  }

  async function setStaff(
    ctx: BotContext,
    issuer: Account,
    account: Account,
    isStaff: boolean,
  ): Promise<void> {
    const { unit, person } = ctx
    const given = { account, isStaff }
    await startAct(startDeal, unit, { person, act: 'set-staff', by: issuer, arguments: given })
  }

  async function tellRemoved({ unit }: BotContext, { issuer, person }: DeskPerson): Promise<void> {
    for (const { person: found, chat, texts } of await reachablePeople(unit, deps.texts, [
      person,
    ])) {
      const card = staffNewsCard({ what: 'removed', issuer, name: found.name, texts })
      await unit.drawings.card({ chat, key: `removed:${issuer}`, card, placement: 'new' })
    }
  }
}

async function show(
  ctx: BotContext,
  issuer: Account | null,
  placement: 'in-place' | 'new',
): Promise<void> {
  const { unit, texts } = ctx
  if (issuer === null) return ctx.show(KEY, unboundCard(texts), 'new')
  await ctx.show(KEY, staffCard({ ...(await readStaff(unit, issuer)), texts }), placement)
}
