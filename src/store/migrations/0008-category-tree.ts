import { type Kysely, sql } from 'kysely'

/**
 * What stands under a category is found with it: by the path to it, of which the paths below are continuations. Only what can
 * be bought is looked for so. The paths of rows that are there already are written when the store opens (`fileCategories`).
 */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema
    .alterTable('series')
    .addColumn('category_path', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  // Filing looks for the rows of one category under one path.
  await schema.dropIndex('series_category').execute()
  await schema
    .createIndex('series_category')
    .on('series')
    .columns(['category', 'category_path'])
    .execute()
  await schema
    .createIndex('series_on_sale')
    .on('series')
    .columns(['category_path', 'block_number', 'id'])
    .where(sql<boolean>`sold < sale_limit`)
    .execute()
}
