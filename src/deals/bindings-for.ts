import type { Deal } from '../domain/deal/deal.ts'
import type { KnownBinding } from '../domain/deal/event.ts'
import { rightsOf } from '../domain/deal/subject.ts'
import type { Account, RightId } from '../domain/ids.ts'
import { unpackRightWord } from '../domain/right-word.ts'
import type { Unit } from '../ports/store.ts'
import { deskAccounts } from './desk-people.ts'

/** The accounts of the person that can do what the deal is about: its holder's, its desk's, or any of them. */
export async function bindingsFor(unit: Unit, deal: Deal): Promise<KnownBinding[]> {
  const bindings = await unit.bindings.of(deal.person.id)
  const only = await ableAccounts(unit, deal)
  return only === null ? bindings : bindings.filter(({ account }) => only.includes(account))
}

/** Null when any account will do. */
async function ableAccounts(unit: Unit, { subject }: Deal): Promise<Account[] | null> {
  const [right] = rightsOf(subject)
  switch (subject.kind) {
    case 'redemption':
    case 'send':
      return right === undefined ? null : holderOf(unit, right)
    case 'take':
      return takerOf(unit, subject.right)
    case 'quote':
      return right === undefined ? null : deskOf(unit, right)
    case 'handover':
      return subject.isGift && right !== undefined ? deskOf(unit, right) : null
    case 'act':
      return subject.by === null ? null : [subject.by]
    default:
      return null
  }
}

async function holderOf(unit: Unit, id: RightId): Promise<Account[]> {
  const right = await unit.index.right(id)
  return right === null ? [] : [unpackRightWord(right.word).owner]
}

/** The one account that a private offer is for; null when anybody may take it. */
async function takerOf(unit: Unit, id: RightId): Promise<Account[] | null> {
  const right = await unit.index.right(id)
  const isListed = right !== null && unpackRightWord(right.word).state === 'listed'
  return isListed && right.key !== null ? [right.key] : null
}

/** The issuer's account, and those that serve its desk on chain. */
async function deskOf(unit: Unit, id: RightId): Promise<Account[]> {
  const right = await unit.index.right(id)
  const series = right === null ? null : await unit.index.series(right.series)
  return series === null ? [] : deskAccounts(unit, series.issuer)
}
