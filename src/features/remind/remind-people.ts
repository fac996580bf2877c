import { deadlineCard } from '../../cards/deadline-card.ts'
import { deskPeople } from '../../deals/desk-people.ts'
import { reachablePeople } from '../../deals/reachable-people.ts'
import { underOneCode } from '../../deals/under-one-code.ts'
import { deadlinesOf } from '../../domain/deadlines.ts'
import { effectiveState } from '../../domain/effective-state.ts'
import type { HeldRight, Series } from '../../domain/facts.ts'
import type { RightId, SeriesId } from '../../domain/ids.ts'
import type { Store, Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'

/** Rights that one run looks at: one short transaction, whatever there is on chain. */
const ROWS_A_RUN = 200

/**
 * Goes through all living rights, some at each run and then from the beginning, and tells people of deadlines by the
 * chain's clock. A notice has the key of its right and deadline, so it goes out once, however often a run comes by, from
 * however many processes, and whenever one is killed.
 */
export function createRemindPeople(deps: {
  store: Store
  texts: (locale: string) => Texts
}): () => Promise<void> {
  let after: RightId | null = null
  return async function remindPeople() {
    const from = after
    after = await deps.store.transaction(async (unit) => {
      const { time } = await unit.index.head()
      const rights = await unit.index.liveRights(from, ROWS_A_RUN)
      const known = new Map<SeriesId, Series | null>()
      for (const right of rights) {
        if (!known.has(right.series)) known.set(right.series, await unit.index.series(right.series))
        const series = known.get(right.series) ?? null
        if (series !== null) await remind(unit, right, series, time)
      }
      return rights.length < ROWS_A_RUN ? null : (rights.at(-1)?.id ?? null)
    })
  }

  async function remind(unit: Unit, right: HeldRight, series: Series, now: number): Promise<void> {
    const state = effectiveState(right.word, now)
    if (state === null) return
    for (const deadline of deadlinesOf(right, series, state, now)) {
      const { to } = deadline
      if ((await underOneCode(unit, { right, state })) === 0) continue
      const people =
        to.type === 'desk'
          ? await deskPeople(unit, to.account)
          : await unit.bindings.peopleOf(to.account)
      for (const { chat, texts } of await reachablePeople(unit, deps.texts, people)) {
        const card = deadlineCard({ deadline, right, series, texts })
        await unit.drawings.notice({ chat, right: right.id, key: deadline.key, card })
      }
    }
  }
}
