import type { Series } from '../../domain/facts.ts'
import { foldName } from '../../domain/fold-name.ts'
import type { Account } from '../../domain/ids.ts'
import type { Database } from '../database.ts'

/** The issuer of the earliest series like this one, when it is somebody else and came in an earlier block. */
export async function copiedFrom(db: Database, series: Series): Promise<Account | null> {
  const { goods, issuer, id } = series
  const name = foldName(goods.name)
  const own = await db
    .selectFrom('series')
    .select('block_number')
    .where('id', '=', id)
    .executeTakeFirst()
  if (own === undefined || (name === null && goods.pictureHash === null)) return null
  const first = await db
    .selectFrom('series')
    .select(['issuer', 'block_number'])
    .where(({ or, eb }) =>
      or([
        ...(name === null ? [] : [eb('name_key', '=', name)]),
        ...(goods.pictureHash === null ? [] : [eb('picture_hash', '=', goods.pictureHash)]),
      ]),
    )
    .orderBy('block_number')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (first === undefined || first.issuer === issuer) return null
  return Number(first.block_number) < Number(own.block_number) ? (first.issuer as Account) : null
}
