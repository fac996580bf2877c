import type { Selectable } from 'kysely'
import type { Account, PersonId } from '../../domain/ids.ts'
import type { ProductRef } from '../../domain/sighting.ts'
import type { Exemplar, Exemplars } from '../../ports/exemplars.ts'
import type { GalleryPicture } from '../../ports/vision.ts'
import type { Database } from '../database.ts'
import type { ExemplarTable } from '../schema.ts'

type Row = Selectable<ExemplarTable>

/** Exemplars in SQL, their vectors as bytes. */
export function createExemplars(db: Database, now: () => number): Exemplars {
  const all = () => db.selectFrom('exemplar').selectAll()
  const ofProduct = ({ issuer, number }: ProductRef) =>
    all()
      .where('issuer', '=', issuer)
      .where('product_number', '=', number)
      .orderBy('kind')
      .orderBy('id')
  return {
    async page(model, after, limit) {
      const rows = await all()
        .where('model', '=', model)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.flatMap(toGalleryPicture)
    },
    async renew(model) {
      await db
        .updateTable('exemplar')
        .set({ wanted_at: 0 })
        .where('model', '<>', model)
        .where('wanted_at', 'is', null)
        .execute()
    },
    async wanted(limit) {
      const rows = await all()
        .where('wanted_at', '<=', now())
        .orderBy('wanted_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(toExemplar)
    },
    async postpone(id, until) {
      await db
        .updateTable('exemplar')
        .set(({ eb }) => ({ wanted_at: until, tries: eb('tries', '+', 1) }))
        .where('id', '=', id)
        .execute()
    },
    async learn(id, { model, vectors }) {
      const { numUpdatedRows } = await db
        .updateTable('exemplar')
        .set({ model, vectors, wanted_at: null, tries: 0 })
        .where('id', '=', id)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    async add({ product, pictureHash, category, givenBy, vectors }) {
      const seen = { model: vectors.model, vectors: vectors.vectors, wanted_at: null }
      const { id } = await db
        .insertInto('exemplar')
        .values({
          issuer: product.issuer,
          product_number: product.number,
          picture_hash: pictureHash,
          kind: 'photo',
          category,
          given_by: givenBy,
          added_at: now(),
          ...seen,
        })
        .onConflict((conflict) =>
          conflict.columns(['issuer', 'product_number', 'picture_hash']).doUpdateSet(seen),
        )
        .returning('id')
        .executeTakeFirstOrThrow()
      return Number(id)
    },
    async load(id) {
      const row = await all().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : toExemplar(row)
    },
    of: async (product) => (await ofProduct(product).execute()).map(toExemplar),
    async seen(product, model) {
      const rows = await ofProduct(product).where('model', '=', model).execute()
      return rows.flatMap(toGalleryPicture)
    },
    async remove(id) {
      await db.deleteFrom('exemplar').where('id', '=', id).execute()
    },
    async isUsed(pictureHash) {
      const row = await db
        .selectFrom('exemplar')
        .select('id')
        .where('picture_hash', '=', pictureHash)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

function productOf({ issuer, product_number }: Row): ProductRef {
  return { issuer: issuer as Account, number: product_number }
}

function toExemplar(row: Row): Exemplar {
  return {
    id: Number(row.id),
    product: productOf(row),
    kind: row.kind,
    pictureHash: row.picture_hash,
    category: Number(row.category),
    givenBy: row.given_by === null ? null : (Number(row.given_by) as PersonId),
    tries: Number(row.tries),
  }
}

function toGalleryPicture(row: Row): GalleryPicture[] {
  if (row.vectors === null) return []
  const vectors = Uint8Array.from(row.vectors)
  return [{ id: Number(row.id), product: productOf(row), category: Number(row.category), vectors }]
}
