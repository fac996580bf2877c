import type { Deal } from '../../domain/deal/deal.ts'
import type { KnownBinding } from '../../domain/deal/event.ts'
import type { Account, RightId } from '../../domain/ids.ts'
import { unpackRightWord } from '../../domain/right-word.ts'
import type { Unit } from '../../ports/store.ts'

/** The accounts of the person that can do what the deal is about: its holder's, its issuer's, or any of them. */
export async function bindingsFor(unit: Unit, deal: Deal): Promise<KnownBinding[]> {
  const bindings = await unit.bindings.of(deal.person.id)
  const only = await requiredAccount(unit, deal)
  return only === null ? bindings : bindings.filter(({ account }) => account === only)
}

async function requiredAccount(unit: Unit, deal: Deal): Promise<Account | null> {
  const { subject } = deal
  if (subject.kind === 'redemption') return holderOf(unit, subject.right)
  if (subject.kind !== 'handover') return null
  const right = await unit.index.right(subject.right)
  return right === null ? null : ((await unit.index.series(right.series))?.issuer ?? null)
}

async function holderOf(unit: Unit, id: RightId): Promise<Account | null> {
  const right = await unit.index.right(id)
  return right === null ? null : unpackRightWord(right.word).owner
}
