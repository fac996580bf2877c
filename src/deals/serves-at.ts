import type { Account } from '../domain/ids.ts'
import type { Person, Unit } from '../ports/store.ts'
import { ableAt } from './able-at.ts'

/** Is this person at an issuer's desk, by an account or by invitation? */
export async function servesAt(
  unit: Unit,
  person: Pick<Person, 'id'>,
  issuer: Account,
): Promise<boolean> {
  if ((await ableAt(unit, person, issuer)).length > 0) return true
  return (await unit.desks.of(person.id)).includes(issuer)
}
