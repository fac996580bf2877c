import { join } from 'node:path'
import type { Logger } from 'pino'
import { productNumberForms } from '../domain/product-number-forms.ts'
import type { Store } from '../ports/store.ts'
import type { Taxonomy } from '../ports/taxonomy.ts'
import { createVision } from '../vision/create-vision.ts'

/** Where the model lies when no other place is named. */
const MODELS = join(import.meta.dirname, '..', '..', 'models')

/** The photo terminal, with what this shop sells. @throws Error when there is no manifest in the folder of the models */
export function openVision(parts: {
  store: Store
  taxonomy: Taxonomy
  /** Another folder of models. */
  models: string | null
  log: Pick<Logger, 'warn'>
}): ReturnType<typeof createVision> {
  const { store, taxonomy } = parts
  return createVision({
    models: parts.models ?? MODELS,
    lineOf: taxonomy.lineOf,
    sellable: (products) => store.transaction(({ index }) => index.sellable(products)),
    async hasNumber(digits) {
      const forms = productNumberForms(digits)
      const found = await store.transaction(({ index }) => index.productsNumbered(forms))
      return found.length > 0
    },
    onNoModel: (reason) =>
      parts.log.warn(
        { reason },
        'no model: photos are told by colours and outlines; codes are read',
      ),
  })
}
