import type { Account } from '../../domain/ids.ts'
import type { Person, Unit } from '../../ports/store.ts'

/** Has this person bought from an issuer before, or do they serve at its desk? */
export async function hasMet(unit: Unit, person: Person, issuer: Account): Promise<boolean> {
  if ((await unit.desks.of(person.id)).includes(issuer)) return true
  const bought = await unit.deals.find({ person: person.id, kind: 'purchase' })
  return bought.some(
    ({ deal }) =>
      deal.subject.kind === 'purchase' &&
      deal.subject.issuer === issuer &&
      deal.facts.type !== 'absent',
  )
}
