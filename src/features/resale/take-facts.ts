import { absent, overFacts, rightNow, toldFacts } from '../../deals/happened.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { ChainFacts, Outcome } from '../../domain/deal/event.ts'
import type { Unit } from '../../ports/store.ts'

const ends: ReadonlySet<Outcome> = new Set(['bought'])

/** What the chain says of a resale: the right came from the seller to this account. */
export async function takeFacts(unit: Unit, deal: Deal): Promise<ChainFacts> {
  const { subject, account } = deal
  if (subject.kind !== 'take' || account === null || deal.call === null) return absent
  const now = await rightNow(unit, subject.right)
  if (now === null) return absent
  const told = toldFacts(deal, now, ends)
  if (told !== null) return told
  const { came } = now.right
  const isMine = now.state.holder === account && came.from === subject.seller
  if (isMine && came.how === 'resale') return overFacts(now, 'bought')
  return absent
}
