import { paidAgainCard } from '../../cards/paid-again-card.ts'
import { reachablePeople } from '../../deals/reachable-people.ts'
import type { HeldRight, Series } from '../../domain/facts.ts'
import type { Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'

/**
 * A second payment came in for what somebody asked to have paid: the rights are theirs as well, and they did not see it
 * coming. Told once for each payment.
 */
export async function tellAsker(
  unit: Unit,
  texts: (locale: string) => Texts,
  right: HeldRight,
  series: Series,
): Promise<void> {
  const { reference, mintedTo, mintedTx } = right
  if (reference === null || right.changedTx !== mintedTx) return
  const wanted = (await unit.deals.load(reference))?.deal
  if (wanted === undefined || wanted.facts.type === 'absent') return
  if (wanted.facts.txHash === mintedTx) return
  // A reference can be copied: only what went to an account of theirs is theirs.
  const person = wanted.person.id
  const isTheirs = (await unit.bindings.of(person)).some(({ account }) => account === mintedTo)
  if (!isTheirs) return
  const minted = await unit.index.mintedUnder(reference, series.id, mintedTo)
  const rights = minted.filter((each) => each.mintedTx === mintedTx)
  const [first] = rights
  if (first === undefined) return
  for (const { chat, texts: theirs } of await reachablePeople(unit, texts, [person])) {
    const card = paidAgainCard({ rights, series, texts: theirs })
    await unit.drawings.notice({ chat, right: first.id, key: `${mintedTx}:paid-again`, card })
  }
}
