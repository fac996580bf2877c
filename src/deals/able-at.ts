import type { Account } from '../domain/ids.ts'
import type { Person, Unit } from '../ports/store.ts'
import { deskAccounts } from './desk-people.ts'

/** The person's accounts that may act for an issuer: the issuer's own first, then those of its staff on chain. */
export async function ableAt(
  unit: Unit,
  person: Pick<Person, 'id'>,
  issuer: Account,
): Promise<Account[]> {
  const mine = (await unit.bindings.of(person.id)).map(({ account }) => account)
  return (await deskAccounts(unit, issuer)).filter((each) => mine.includes(each))
}
