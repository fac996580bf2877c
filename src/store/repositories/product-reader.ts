import type { Series } from '../../domain/facts.ts'
import { fromJson } from '../../domain/json.ts'
import { productKey, productOf } from '../../domain/product-of.ts'
import { isOnSale } from '../../domain/sale-state.ts'
import type { Index, ProductSeries } from '../../ports/chain-index.ts'
import type { Database } from '../database.ts'

/** Of one product, or with one number, this many newest series are looked at: strangers may publish any number of any. */
const MOST_SERIES = 500
/** Numbers in one question to the database. */
const AT_ONCE = 200

/** Products, to read: what an issuer published under one product number. */
export function createProductReader(
  db: Database,
): Pick<Index, 'seriesOfProduct' | 'productsNumbered' | 'sellable'> {
  const now = async () => {
    const { time } = await db
      .selectFrom('chain_block')
      .select(({ fn }) => fn.max('block_time').as('time'))
      .executeTakeFirstOrThrow()
    return Number(time ?? 0)
  }
  const published = (numbers: readonly string[]) =>
    db
      .selectFrom('series')
      .select('body')
      .where('product_number', 'in', [...numbers])
      .orderBy('block_number', 'desc')
      .orderBy('id')
  const read = (rows: readonly { body: string }[]) => rows.map(({ body }) => fromJson<Series>(body))
  const choose = (all: readonly Series[], time: number) => {
    const open = all.filter((each) => isOnSale(each, time))
    return open.length > 0 ? open : all.slice(0, 1)
  }

  return {
    async seriesOfProduct({ issuer, number }) {
      const rows = await published([number])
        .where('issuer', '=', issuer)
        .limit(MOST_SERIES)
        .execute()
      return choose(read(rows), await now())
    },
    async productsNumbered(numbers) {
      if (numbers.length === 0) return []
      const time = await now()
      const rows = await published(numbers).limit(MOST_SERIES).execute()
      const products = Map.groupBy(read(rows), (each) => productKey(productOf(each)))
      return [...products.values()].flatMap((all): ProductSeries[] => {
        const [first] = all
        if (first === undefined) return []
        return [{ product: productOf(first), series: choose(all, time) }]
      })
    },
    async sellable(products) {
      const time = await now()
      const open = new Set<string>()
      for (let from = 0; from < products.length; from += AT_ONCE) {
        const some = products.slice(from, from + AT_ONCE)
        const issuers = [...new Set(some.map(({ issuer }) => issuer))]
        const rows = await published(some.map(({ number }) => number))
          .where('issuer', 'in', issuers)
          .whereRef('sold', '<', 'sale_limit')
          .execute()
        for (const each of read(rows))
          if (isOnSale(each, time)) open.add(productKey(productOf(each)))
      }
      return products.filter((each) => open.has(productKey(each)))
    },
  }
}
