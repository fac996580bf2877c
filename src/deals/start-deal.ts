import { offerDeal, type Subject } from '../domain/deal/deal.ts'
import type { DealId } from '../domain/ids.ts'
import { privateChat } from '../domain/private-chat.ts'
import type { Random } from '../ports/random.ts'
import type { StepDeal } from '../ports/step-deal.ts'
import type { Person, Unit } from '../ports/store.ts'
import { bindingsFor } from './bindings-for.ts'

/** What a new deal is about, and where its card goes. */
export type NewDeal = {
  person: Person
  subject: Subject
  /** Which deal of this person counts as the same one; it is shown again instead. */
  same?: DealId | undefined
  /** The person has decided already: the wallet is asked at once. */
  isDecided?: boolean
}

/** Starts deals, for every feature alike: the deal, its card at the bottom of the person's chat, and the first step. */
export type StartDeal = (unit: Unit, input: NewDeal) => Promise<DealId>

/** `relays` says whether our relayer may pay the network at all. */
export function createStartDeal(deps: {
  random: Random
  stepDeal: StepDeal
  relays: boolean
}): StartDeal {
  const { random, stepDeal, relays } = deps
  return async function startDeal(unit, { person, subject, same, isDecided = false }) {
    const chat = privateChat(person.id)
    const id = same ?? random.dealId()
    if (same === undefined) {
      const { id: personId, name } = person
      const payer = relays ? 'relayer' : 'wallet'
      await unit.deals.add(offerDeal({ id, person: { id: personId, name }, chat, subject, payer }))
    }
    await unit.drawings.deal({ deal: id, chat, anew: true })
    const deal = isDecided ? (await unit.deals.load(id))?.deal : undefined
    if (deal !== undefined) {
      const bindings = await bindingsFor(unit, deal)
      await stepDeal(unit, id, { type: 'go', bindings, nonce: random.nonce() })
    }
    return id
  }
}
