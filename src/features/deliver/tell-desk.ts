import { noticeCard } from '../../cards/notice-card.ts'
import { deskPeople } from '../../deals/desk-people.ts'
import type { RightNow } from '../../deals/happened.ts'
import type { Series } from '../../domain/facts.ts'
import type { ChatId } from '../../domain/ids.ts'
import type { Coin } from '../../domain/money.ts'
import type { Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'

/** Tells everybody at the desk that a delivery is asked for; the address is behind the button. Says how many were told. */
export async function tellDesk(
  unit: Unit,
  input: RightNow & { series: Series; key: string; coin: Coin; texts: (locale: string) => Texts },
): Promise<number> {
  const { right, series, state, key, coin } = input
  let count = 0
  for (const id of await deskPeople(unit, series.issuer)) {
    const person = await unit.people.load(id)
    if (person === null || !person.reachable) continue
    const texts = input.texts(person.locale)
    const card = noticeCard({ kind: 'asked', right, series, state, texts, coin })
    await unit.drawings.notice({ chat: id as never as ChatId, right: right.id, key, card })
    count++
  }
  return count
}
