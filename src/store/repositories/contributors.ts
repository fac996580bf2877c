import type { Account } from '../../domain/ids.ts'
import type { Contributors } from '../../ports/contributors.ts'
import type { Database } from '../database.ts'

/** Numbers of contributors in SQL. */
export function createContributors(db: Database): Contributors {
  const find = (account: Account) =>
    db.selectFrom('contributor').select('number').where('account', '=', account).executeTakeFirst()
  return {
    async numberOf(account) {
      const known = await find(account)
      if (known !== undefined) return Number(known.number)
      await db
        .insertInto('contributor')
        .values({ account })
        .onConflict((conflict) => conflict.column('account').doNothing())
        .execute()
      return Number((await find(account))?.number ?? 0)
    },
    async accountOf(number) {
      const row = await db
        .selectFrom('contributor')
        .select('account')
        .where('number', '=', number)
        .executeTakeFirst()
      return (row?.account as Account | undefined) ?? null
    },
  }
}
