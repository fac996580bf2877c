import { accountOfKey } from '../domain/button-key.ts'
import { AppError } from '../domain/errors.ts'
import type { Account } from '../domain/ids.ts'
import type { Person, Unit } from '../ports/store.ts'

/**
 * The own account that a button names, or the one used last where it names none; null when nothing is bound.
 * @throws AppError ISSUER_ONLY for somebody else's account
 */
export async function ownAccount(unit: Unit, person: Person, key: string): Promise<Account | null> {
  const mine = (await unit.bindings.of(person.id)).map(({ account }) => account)
  if (key === '') return mine[0] ?? null
  const account = accountOfKey(key)
  if (!mine.includes(account)) throw new AppError('ISSUER_ONLY')
  return account
}
