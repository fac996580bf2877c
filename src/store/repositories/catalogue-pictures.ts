import type { Series } from '../../domain/facts.ts'
import type { ProductRef } from '../../domain/sighting.ts'
import type { OutboxItem, Queue } from '../../ports/store.ts'
import type { Database } from '../database.ts'

/** What is on chain is what its product is recognised by, as soon as somebody has looked at it. */
export async function putCataloguePicture(trx: Database, { issuer, goods }: Series): Promise<void> {
  if (goods.pictureHash === null) return
  await trx
    .insertInto('exemplar')
    .values({
      issuer,
      product_number: goods.productNumber,
      picture_hash: goods.pictureHash,
      kind: 'catalogue',
      category: goods.category,
      given_by: null,
      model: null,
      vectors: null,
      wanted_at: 0,
      added_at: 0,
    })
    .onConflict((conflict) =>
      conflict.columns(['issuer', 'product_number', 'picture_hash']).doNothing(),
    )
    .execute()
}

/**
 * All pictures of a product are in the category in which its seller files it now. Those whose category changes are wanted
 * again, so that the gallery hears of it.
 */
export async function fileExemplars(
  trx: Database,
  { issuer, number }: ProductRef,
  category: number,
): Promise<void> {
  const misfiled = () =>
    trx
      .updateTable('exemplar')
      .where('issuer', '=', issuer)
      .where('product_number', '=', number)
      .where('category', '<>', category)
  await misfiled().where('wanted_at', 'is', null).set({ category, wanted_at: 0 }).execute()
  await misfiled().set({ category }).execute()
}

/** Series of a product are not on the chain any more: pictures that none of the others shows go, and its category is theirs. */
export async function forgetPictures(
  trx: Database,
  outbox: Queue<OutboxItem>,
  product: ProductRef,
): Promise<void> {
  const { issuer, number } = product
  const gone = await trx
    .deleteFrom('exemplar')
    .where('issuer', '=', issuer)
    .where('product_number', '=', number)
    .where('kind', '=', 'catalogue')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('series')
            .select('series.id')
            .whereRef('series.issuer', '=', 'exemplar.issuer')
            .whereRef('series.product_number', '=', 'exemplar.product_number')
            .whereRef('series.picture_hash', '=', 'exemplar.picture_hash'),
        ),
      ),
    )
    .returning('id')
    .execute()
  for (const { id } of gone) {
    const item = { type: 'forget-picture', exemplar: Number(id), pictureHash: null } as const
    await outbox.add({ key: `rolled-back:${id}`, lane: `forget:${id}`, item })
  }
  const newest = await trx
    .selectFrom('series')
    .select('category')
    .where('issuer', '=', issuer)
    .where('product_number', '=', number)
    .orderBy('block_number', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (newest !== undefined) await fileExemplars(trx, product, Number(newest.category))
}
