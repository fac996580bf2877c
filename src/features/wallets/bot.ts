import { Composer } from 'grammy'
import { unbindingCard, walletsCard } from '../../cards/wallets-card.ts'
import { accountOfKey } from '../../domain/button-key.ts'
import { AppError } from '../../domain/errors.ts'
import { adoptCard } from '../../telegram/adopt-card.ts'
import type { BotContext } from '../../telegram/bot-context.ts'
import { onActions } from '../../telegram/on-actions.ts'

const KEY = 'wallets'

/** Bound accounts: all of them, and the end of one. Who has none is led on to binding one. */
export function walletsBot(deps: {
  /** What the wallet of a live session calls itself; null when the session is gone. */
  walletName: (topic: string) => string | null
}): Composer<BotContext> {
  const composer = new Composer<BotContext>()
  composer.chatType('private').command('wallet', async (ctx, next) => {
    const bound = await ctx.unit.bindings.of(ctx.person.id)
    return bound.length === 0 ? next() : show(ctx, 'new')
  })
  onActions(composer, {
    wallets: (ctx) => show(ctx, 'new'),
    unbind: async (ctx, { subject }) => {
      const { unit, person, texts } = ctx
      const account = accountOfKey(subject)
      const binding = (await unit.bindings.of(person.id)).find((each) => each.account === account)
      if (binding === undefined) throw new AppError('CARD_STALE')
      await unit.bindings.unbind(person.id, account)
      const { topic } = binding
      // One session may stand for several accounts.
      const isFree = topic !== null && (await unit.bindings.usersOf(topic)).length === 0
      if (isFree) await unit.drawings.endSession(topic)
      await adoptCard(ctx, KEY)
      await ctx.show(KEY, unbindingCard({ account, texts }), 'in-place')
    },
  })
  return composer

  async function show(ctx: BotContext, placement: 'in-place' | 'new'): Promise<void> {
    const { unit, person, texts } = ctx
    const accounts = []
    for (const { account, topic } of await unit.bindings.of(person.id)) {
      const isShared = (await unit.bindings.peopleOf(account)).length > 1
      const wallet = topic === null ? null : deps.walletName(topic)
      accounts.push({ account, wallet, isShared })
    }
    await ctx.show(KEY, walletsCard({ accounts, texts }), placement)
  }
}
