import type { Deal } from '../../domain/deal/deal.ts'
import type { Effect } from '../../domain/deal/effect.ts'
import type { ChainFacts, DealEvent } from '../../domain/deal/event.ts'
import { revertCode } from '../../domain/deal/revert-code.ts'
import { AppError } from '../../domain/errors.ts'
import type { DealId } from '../../domain/ids.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { Relayer } from '../../ports/relayer.ts'
import type { Store, Unit } from '../../ports/store.ts'
import type { WalletPort } from '../../ports/wallet.ts'

/** What performing an effect came to. */
export type EffectOutcome =
  | { type: 'nothing' }
  | { type: 'event'; event: DealEvent }
  | { type: 'later'; dueAt: number }

/** Looks before a wallet is asked, one for each kind of deal. */
export type CheckOf = (deal: Deal) => Promise<DealEvent>

/** Performs the effects of deals. Each may run again after a crash; each then does no harm. */
export function createPerform(deps: {
  store: Store
  chain: ChainPort
  wallet: WalletPort
  showDeal: (id: DealId, what: 'card' | 'receipt' | 'reminder') => Promise<EffectOutcome>
  relayer: Relayer
  checks: Readonly<Record<Exclude<Deal['subject']['kind'], 'binding'>, CheckOf>>
  readFacts: (unit: Unit, deal: Deal) => Promise<ChainFacts | null>
}): (id: DealId, effect: Effect) => Promise<EffectOutcome> {
  const { store, chain, wallet } = deps
  const event = (each: DealEvent): EffectOutcome => ({ type: 'event', event: each })

  return async function perform(id, effect) {
    switch (effect.type) {
      case 'show-card':
        return deps.showDeal(id, 'card')
      case 'show-receipt':
        return deps.showDeal(id, 'receipt')
      case 'remind':
        return deps.showDeal(id, 'reminder')
      case 'connect-wallet': {
        const { uri, expiresAt } = await wallet.connect(effect.attempt)
        return event({ type: 'link-ready', attempt: effect.attempt, uri, expiresAt })
      }
      case 'disconnect-wallet':
        await wallet.disconnect(effect.topic)
        return { type: 'nothing' }
      case 'ask-wallet': {
        const { prompt, topic, question, expiresAt } = effect
        const { chainId } = chain
        const asked = await wallet.ask({ prompt, topic, chainId, question, expiresAt })
        if (asked.type === 'busy')
          return event({ type: 'publish-failed', prompt, code: 'WALLET_BUSY' })
        const link = asked.type === 'published' ? asked.link : null
        return event({ type: 'published', prompt, link, certain: asked.type === 'published' })
      }
      case 'verify-signature': {
        const { prompt, account, text, signature } = effect
        const valid = await chain.hasSigned(account, text, signature)
        return event({ type: 'verified', prompt, valid })
      }
      case 'verify-typed': {
        const { prompt, account, message, signature } = effect
        const valid = await chain.hasSignedTyped(account, message, signature)
        return event({ type: 'verified', prompt, valid })
      }
      case 'relay':
        return relay(id, effect)
      case 'check':
        return event(await check(id))
      case 'read-facts':
        return facts(id)
      case 'look-at-transaction': {
        const report = await chain.transaction(effect.hash)
        return event({ type: 'looked', hash: effect.hash, finding: report })
      }
      case 'bind':
      case 'reconnect':
      case 'tell-deal':
        throw new AppError('UNEXPECTED', { meta: { effect: effect.type } })
    }
  }

  async function facts(id: DealId): Promise<EffectOutcome> {
    const found = await store.transaction(async (unit) => {
      const deal = (await unit.deals.load(id))?.deal
      return deal === undefined ? null : deps.readFacts(unit, deal)
    })
    return found === null ? { type: 'nothing' } : event({ type: 'chain', facts: found })
  }

  async function relay(
    id: DealId,
    { prompt, call }: Extract<Effect, { type: 'relay' }>,
  ): Promise<EffectOutcome> {
    const deal = (await store.transaction((unit) => unit.deals.load(id)))?.deal
    if (deal === undefined) throw new AppError('UNEXPECTED')
    const { to, data } = call
    const sent = await deps.relayer.relay({
      key: prompt,
      person: deal.person.id,
      call: { to, data },
    })
    if (sent.type === 'sent') return event({ type: 'relayed', prompt, hash: sent.hash })
    // Who lost a race by a moment is told of the race: there is nothing left that their own wallet could pay for.
    const lost = sent.error === null ? null : revertCode(deal.subject.kind, sent.error)
    return event({ type: 'publish-failed', prompt, code: lost ?? 'RELAYER_REFUSED' })
  }

  async function check(id: DealId): Promise<DealEvent> {
    const deal = (await store.transaction((unit) => unit.deals.load(id)))?.deal
    if (deal === undefined || deal.subject.kind === 'binding') throw new AppError('UNEXPECTED')
    return deps.checks[deal.subject.kind](deal)
  }
}

/** The event that tells a deal that its effect cannot be had; null for drawings, which the next one replaces. */
export function effectFailed(effect: Effect, error: AppError): DealEvent | null {
  const { code } = error
  switch (effect.type) {
    case 'connect-wallet':
      return { type: 'link-failed', attempt: effect.attempt, code }
    case 'ask-wallet':
      return { type: 'publish-failed', prompt: effect.prompt, code }
    case 'relay':
      return { type: 'publish-failed', prompt: effect.prompt, code }
    case 'verify-signature':
    case 'verify-typed':
      return { type: 'verified', prompt: effect.prompt, valid: false }
    case 'check':
      return { type: 'checked', result: { type: 'problem', code, meta: {} } }
    case 'look-at-transaction':
      return { type: 'looked', hash: effect.hash, finding: { type: 'unknown' } }
    default:
      return null
  }
}
