import { noticeCard } from '../../cards/notice-card.ts'
import { deskPeople } from '../../deals/desk-people.ts'
import type { RightNow } from '../../deals/happened.ts'
import { reachablePeople } from '../../deals/reachable-people.ts'
import type { Series } from '../../domain/facts.ts'
import type { Coin } from '../../domain/money.ts'
import type { Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'

/** Tells everybody at the desk that a delivery is asked for; the address is behind the button. Says how many were told. */
export async function tellDesk(
  unit: Unit,
  input: RightNow & { series: Series; key: string; coin: Coin; texts: (locale: string) => Texts },
): Promise<number> {
  const { right, series, state, key, coin } = input
  const people = await reachablePeople(unit, input.texts, await deskPeople(unit, series.issuer))
  for (const { chat, texts } of people) {
    const card = noticeCard({ kind: 'asked', right, series, state, texts, coin })
    await unit.drawings.notice({ chat, right: right.id, key, card })
  }
  return people.length
}
