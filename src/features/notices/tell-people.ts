import { noticeCard } from '../../cards/notice-card.ts'
import { deskPeople } from '../../deals/desk-people.ts'
import { type RightNow, rightNow } from '../../deals/happened.ts'
import { reachablePeople } from '../../deals/reachable-people.ts'
import { underOneCode } from '../../deals/under-one-code.ts'
import { isRightId } from '../../domain/chain-subject.ts'
import { sendReference } from '../../domain/claim-key.ts'
import { claimSecretsOf } from '../../domain/deal/subject.ts'
import type { Series } from '../../domain/facts.ts'
import type { Account, PersonId, RightId } from '../../domain/ids.ts'
import type { Coin } from '../../domain/money.ts'
import { type Notice, noticesOf } from '../../domain/notices.ts'
import { unpackRightId } from '../../domain/right-id.ts'
import type { Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'
import { tellAsker } from './tell-asker.ts'

/** What happened longer ago is history that the index is reading, and no news. */
const NEWS_SECONDS = 86_400

/**
 * Tells people what happened to rights of theirs, once per event and person, and has posts drawn anew whose stock or state
 * changed. What goes out is written in the transaction that heard of it.
 */
export function createTellPeople(deps: {
  texts: (locale: string) => Texts
  coinOf: (currency: Account | null) => Coin
  nowSeconds: () => number
}): (unit: Unit, subjects: readonly string[]) => Promise<void> {
  return async function tellPeople(unit, subjects) {
    const drawn = new Set<string>(subjects)
    const sold = new Map<string, Told & { quantity: number }>()
    // In their order, so that the first of what was sold together is the same one whenever it is told.
    for (const subject of [...subjects].sort()) {
      if (!isRightId(subject)) continue
      drawn.add(unpackRightId(subject).series)
      for (const send of await sendsOf(unit, subject)) drawn.add(send)
      await tell(unit, subject, sold)
    }
    for (const { quantity, ...told } of sold.values()) await send(unit, told, quantity)
    for (const subject of drawn) await drawPosts(unit, subject)
  }

  /** Sends the news of a right, but for a sale: `sold` counts what one transaction sold of a series. */
  async function tell(
    unit: Unit,
    id: RightId,
    sold: Map<string, Told & { quantity: number }>,
  ): Promise<void> {
    const now = await rightNow(unit, id)
    const series = now === null ? null : await unit.index.series(now.right.series)
    if (now === null || series === null) return
    const { right, state } = now
    if (deps.nowSeconds() - right.changedAt > NEWS_SECONDS) return
    await tellAsker(unit, deps.texts, right, series)
    const quantity = await underOneCode(unit, now)
    if (quantity === 0) return
    for (const notice of noticesOf(right, series, state)) {
      const told = { right, series, state, notice }
      if (notice.kind !== 'sold') {
        await send(unit, told, quantity)
        continue
      }
      const together = `${series.id}:${right.mintedTx}`
      const first = sold.get(together) ?? { ...told, quantity: 0 }
      sold.set(together, { ...first, quantity: first.quantity + 1 })
    }
  }

  async function send(unit: Unit, { notice, ...told }: Told, quantity: number): Promise<void> {
    const { right, series } = told
    const people = await reachablePeople(unit, deps.texts, await peopleFor(unit, notice))
    for (const { chat, texts } of people) {
      const coin = deps.coinOf(series.terms.currency)
      const card = noticeCard({ ...told, quantity, kind: notice.kind, texts, coin })
      const key = `${right.changedTx}:${notice.kind}`
      await unit.drawings.notice({ chat, right: right.id, key, card })
    }
  }
}

/** One piece of news. */
type Told = Pick<RightNow, 'right' | 'state'> & { series: Series; notice: Notice }

async function peopleFor(unit: Unit, { to }: Notice): Promise<PersonId[]> {
  return to.type === 'holder' ? unit.bindings.peopleOf(to.account) : deskPeople(unit, to.account)
}

async function drawPosts(unit: Unit, subject: string): Promise<void> {
  for (const { inlineMessageId } of await unit.posts.of(subject)) {
    await unit.drawings.post({ inlineMessageId })
  }
}

/** Posts of sends are filed under the send, because their link must go when the right has gone. */
async function sendsOf(unit: Unit, right: RightId): Promise<string[]> {
  const deals = await unit.deals.find({ right })
  const secrets = deals.flatMap(({ deal }) => claimSecretsOf(deal.subject))
  return secrets.map((secret) => `send:${sendReference(secret)}`)
}
