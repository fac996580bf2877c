import { categoryPath, type LineOf } from './category-path.ts'
import type { Database } from './database.ts'

/**
 * Files every series under the path that its category has now. Changes nothing unless the table of categories did, or the rows
 * were written before there were paths; may be repeated, and run by several processes.
 */
export async function fileCategories(db: Database, lineOf: LineOf): Promise<void> {
  const filed = await db
    .selectFrom('series')
    .select(['category', 'category_path'])
    .distinct()
    .execute()
  for (const { category, category_path: old } of filed) {
    const path = categoryPath(lineOf, Number(category))
    if (path === old) continue
    await db
      .updateTable('series')
      .set({ category_path: path })
      .where('category', '=', category)
      .where('category_path', '=', old)
      .execute()
  }
}
