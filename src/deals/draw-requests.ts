import { requestCard } from '../cards/request-card.ts'
import { isRightId } from '../domain/chain-subject.ts'
import type { Account, RightId } from '../domain/ids.ts'
import type { Coin } from '../domain/money.ts'
import { privateChat } from '../domain/private-chat.ts'
import type { Unit } from '../ports/store.ts'
import type { Texts } from '../ports/texts.ts'
import { deskPeople } from './desk-people.ts'
import { requestView } from './request-view.ts'

/** The place of a right's request card in the chat of somebody at the desk. */
export function requestKey(right: RightId): string {
  return `request:${right}`
}

/** Draws the request cards of a right anew, wherever they stand. */
export type DrawRequests = (unit: Unit, subjects: readonly string[]) => Promise<void>

/**
 * Keeps request cards true: the state, and the address, which goes from the desk's chat too when it is erased. Cards that
 * stand nowhere are not drawn; subjects that are no rights are passed over.
 */
export function createDrawRequests(deps: {
  texts: (locale: string) => Texts
  coinOf: (currency: Account | null) => Coin
}): DrawRequests {
  return async function drawRequests(unit, subjects) {
    for (const subject of subjects) {
      if (isRightId(subject)) await drawRight(unit, subject)
    }
  }

  async function drawRight(unit: Unit, id: RightId): Promise<void> {
    const right = await unit.index.right(id)
    const series = right === null ? null : await unit.index.series(right.series)
    if (series === null) return
    const { arbiter, currency } = series.terms
    const ruling = arbiter === null ? [] : await unit.bindings.peopleOf(arbiter)
    for (const each of new Set([...(await deskPeople(unit, series.issuer)), ...ruling])) {
      const chat = privateChat(each)
      const key = requestKey(id)
      const person =
        (await unit.cards.load(chat, key)) === null ? null : await unit.people.load(each)
      if (person === null) continue
      const view = await requestView(unit, person, id)
      const texts = deps.texts(person.locale)
      const card = requestCard({ ...view, texts, coin: deps.coinOf(currency) })
      await unit.drawings.card({ chat, key, card, placement: 'in-place' })
    }
  }
}
