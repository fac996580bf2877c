import type { Account } from '../../domain/ids.ts'
import type { Database } from '../database.ts'

const MOST = 100
/** More different numbers than the taxonomy has: strangers may publish under any. */
const MOST_READ = 10_000

/**
 * How many series can be bought in each category that was chosen for one, with those of categories under it; those with most
 * first.
 */
export async function countsByCategory(
  db: Database,
  issuer: Account | undefined,
): Promise<{ category: number; count: number }[]> {
  const rows = await db
    .selectFrom('series')
    .select(['category_path', ({ fn }) => fn.countAll<number>().as('count')])
    .whereRef('sold', '<', 'sale_limit')
    .$if(issuer !== undefined, (all) => all.where('issuer', '=', issuer ?? ''))
    .groupBy('category_path')
    .orderBy('count', 'desc')
    .orderBy('category_path')
    .limit(MOST_READ)
    .execute()
  const counts = new Map(rows.map(({ category_path: path }) => [path, 0]))
  for (const { category_path: path, count } of rows)
    for (const above of pathsTo(path)) {
      const known = counts.get(above)
      if (known !== undefined) counts.set(above, known + Number(count))
    }
  return [...counts]
    .map(([path, count]) => ({ category: lastOf(path), count }))
    .sort((one, other) => other.count - one.count || one.category - other.category)
    .slice(0, MOST)
}

/** A path, and those of all that it stands under. */
function pathsTo(path: string): string[] {
  const steps = path.split('/').slice(0, -1)
  return steps.map((_, place) => `${steps.slice(0, place + 1).join('/')}/`)
}

function lastOf(path: string): number {
  return Number(path.split('/').at(-2))
}
