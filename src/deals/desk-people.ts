import type { Account, PersonId } from '../domain/ids.ts'
import type { Person, Unit } from '../ports/store.ts'

/** Accounts that may act for an issuer on chain: the issuer's own first, then those of its staff. */
export async function deskAccounts(unit: Unit, issuer: Account): Promise<Account[]> {
  return [issuer, ...(await unit.index.staffOf(issuer))]
}

/** Everybody at an issuer's desk: who has the issuer's account, who has one of its staff, who serves by invitation. */
export async function deskPeople(unit: Unit, issuer: Account): Promise<PersonId[]> {
  const accounts = await deskAccounts(unit, issuer)
  const bound = await Promise.all(accounts.map((each) => unit.bindings.peopleOf(each)))
  return [...new Set([...bound.flat(), ...(await unit.desks.peopleOf(issuer))])]
}

/** Issuers whose desk a person is at. An own account counts whether it has published anything or not. */
export async function desksOf(unit: Unit, person: Person): Promise<Account[]> {
  const own = (await unit.bindings.of(person.id)).map(({ account }) => account)
  const served = await unit.index.servedBy(own)
  return [...new Set([...own, ...served, ...(await unit.desks.of(person.id))])]
}
