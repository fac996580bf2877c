import { type Deal, fullStage } from '../domain/deal/deal.ts'
import type { DealContext } from '../domain/deal/deal-context.ts'
import type { Effect } from '../domain/deal/effect.ts'
import type { DealEvent } from '../domain/deal/event.ts'
import { reduceDeal } from '../domain/deal/reduce-deal.ts'
import type { Failpoint } from '../domain/failpoint.ts'
import type { DealId } from '../domain/ids.ts'
import type { StepDeal } from '../ports/step-deal.ts'
import type { Unit } from '../ports/store.ts'

/**
 * Takes a deal one step on, inside the caller's transaction: the new state under its version, what must be written with
 * it, and its effects in the outbox. A step that lost a race throws, and the whole transaction is tried again.
 */
export function createStepDeal(deps: {
  context: (deal: Deal) => Omit<DealContext, 'chainTime'>
  failpoint: Failpoint
}): StepDeal {
  return async function stepDeal(unit: Unit, id: DealId, event: DealEvent): Promise<Deal | null> {
    const stored = await unit.deals.load(id)
    if (stored === null) return null
    const { deal, version } = stored
    const { time: chainTime } = await unit.index.head()
    const step = reduceDeal(deal, event, { ...deps.context(deal), chainTime })
    if (step === null) return deal

    const epoch = step.deal.stage === deal.stage ? deal.epoch : deal.epoch + 1
    const next = { ...step.deal, epoch }
    if (!(await unit.deals.save(next, version, step.wakeAt))) throw new Error(`deal ${id} moved on`)
    let place = 0
    for (const effect of step.effects) {
      const key = `${id}:${version + 1}:${place++}`
      if (await writeNow(unit, next, effect, key)) continue
      await unit.outbox.add({
        key,
        lane: laneOf(next, effect),
        item: { type: 'effect', deal: id, effect },
      })
    }
    const name = `step:${fullStage(deal)}>${fullStage(next)}`
    deps.failpoint(`${name}:before-commit`)
    unit.afterCommit(() => deps.failpoint(`${name}:after-commit`))
    return next
  }
}

async function writeNow(unit: Unit, deal: Deal, effect: Effect, key: string): Promise<boolean> {
  if (effect.type === 'ask-wallet') await unit.bindings.sessionUsed(effect.topic)
  if (effect.type === 'tell-deal') {
    const item = { type: 'deal', deal: effect.deal, event: effect.event } as const
    await unit.inbox.add({ key: `told:${key}`, lane: `deal:${effect.deal}`, item })
    return true
  }
  if (effect.type === 'bind') {
    const { account, topic, challenge, signature } = effect
    await unit.bindings.bind({ person: deal.person.id, account, topic, challenge, signature })
    return true
  }
  if (effect.type === 'reconnect') {
    await unit.bindings.reconnect(deal.person.id, effect.account, effect.topic)
    return true
  }
  return false
}

/** Messages of one chat stay in order; a slow wallet or chain never holds a chat up. */
function laneOf(deal: Deal, effect: Effect): string {
  switch (effect.type) {
    case 'show-card':
    case 'show-receipt':
    case 'remind':
      return `chat:${deal.chat}`
    case 'ask-wallet':
      return `wallet:${effect.topic}`
    case 'connect-wallet':
    case 'disconnect-wallet':
      return `relay:${deal.id}`
    default:
      return `deal:${deal.id}`
  }
}
