import type { Member } from '../../cards/staff-card.ts'
import type { Account } from '../../domain/ids.ts'
import type { Unit } from '../../ports/store.ts'

/** Everybody who serves at a desk, by invitation or on chain. */
export async function readStaff(
  unit: Unit,
  issuer: Account,
): Promise<{ issuer: Account; members: Member[]; onChain: Account[] }> {
  const onChain = await unit.index.staffOf(issuer)
  const members: Member[] = []
  for (const person of await unit.desks.peopleOf(issuer)) {
    const found = await unit.people.load(person)
    const theirs = (await unit.bindings.of(person)).map(({ account }) => account)
    members.push({
      person,
      name: found?.name ?? '',
      account: theirs[0] ?? null,
      able: theirs.some((account) => onChain.includes(account)),
    })
  }
  return { issuer, members, onChain }
}
