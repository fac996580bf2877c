import type { DraftField } from '../domain/draft.ts'
import type { Texts } from '../ports/texts.ts'

/** What a seller calls each field; what they cannot type themselves is called by what it belongs to. */
const names: Readonly<Record<string, string>> = {
  name: 'field-name',
  category: 'field-category',
  'product-number': 'field-product-number',
  productNumber: 'field-product-number',
  specification: 'field-specification',
  production: 'field-production',
  price: 'field-price',
  supply: 'field-supply',
  pictureUrl: 'field-picture',
  pictureHash: 'field-picture',
} satisfies Record<DraftField, string> & Record<string, string>

/** Fields by the words of `checkGoods`, `checkTerms` and drafts, as a list for people. */
export function fieldNames(texts: Texts, fields: readonly string[]): string {
  const ids = new Set(fields.map((field) => names[field] ?? 'field-terms'))
  return [...ids].map((id) => texts.plain(id)).join(texts.plain('list-comma'))
}
