import { id } from 'ethers'
import type { Hono } from 'hono'
import { z } from 'zod'
import type { Goods } from '../../domain/goods.ts'
import { publishCall } from '../../domain/rights-calls.ts'
import { plainTerms } from '../../domain/terms.ts'
import { keyOf } from '../wallets/account-of.ts'
import { SANDBOX_MNEMONIC } from '../world/world.ts'
import type { Driver } from './driver.ts'
import { amount } from './fields.ts'
import { readBody } from './read-body.ts'

/** Goods as a merchant's own system publishes them, past the bot; the price is in the sandbox's stablecoin. */
const product = z.object({
  name: z.string(),
  category: z.number().int().positive(),
  price: amount,
  supply: z.number().int().positive().default(10),
  shareBps: z.number().int().min(0).default(0),
  productNumber: z.string().nullable().default(null),
  pictureHash: z.string().nullable().default(null),
  saleEndDay: z.number().int().nullable().default(null),
})

/** A product that {@link addPublishRoutes} takes. */
export type Product = z.input<typeof product>

/** A merchant who publishes straight on the chain, with the account of their wallet: whole catalogues come from there. */
export function addPublishRoutes(app: Hono, { world, handle }: Driver): void {
  app.post('/people/:person/publish', async (c) => {
    const person = c.req.param('person')
    handle(person)
    const { products } = await readBody(c, z.object({ products: z.array(product).max(100) }))
    const { rights, coin } = world.stage
    for (const [place, each] of products.entries()) {
      const { name, category, productNumber, pictureHash, ...terms } = each
      const goods: Goods = {
        category,
        name,
        productNumber: productNumber ?? `${person}-${place + 1}`,
        specification: `${name}, as published`,
        production: 'The sandbox',
        description: '',
        pictureUrl: null,
        pictureHash,
        unitsRoot: null,
      }
      const call = publishCall(rights, {
        goods,
        terms: { ...plainTerms, ...terms, currency: coin },
        salt: id(`${person} ${name} ${place}`),
      })
      await world.chain.send(keyOf(person, SANDBOX_MNEMONIC).privateKey, call)
    }
    return c.json({ published: products.length }, 201)
  })
}
