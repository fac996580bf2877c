import type { Account, ChatId, PersonId } from './ids.ts'
import type { Preset } from './preset-terms.ts'

/** A product on its way to being published: what is known so far. Texts are as the seller typed them. */
export type Draft = {
  id: string
  person: PersonId
  chat: ChatId
  name: string | null
  category: number | null
  productNumber: string | null
  specification: string | null
  production: string | null
  /** Of one right, in the currency's smallest unit. */
  price: bigint | null
  /** Null for the chain's own coin. */
  currency: Account | null
  supply: number | null
  preset: Preset
  /** Of the picture as it is stored with us. */
  pictureHash: string | null
}

/** What a seller may be asked to type. */
export const draftFields = [
  'name',
  'category',
  'product-number',
  'specification',
  'production',
  'price',
  'supply',
] as const

/** One of {@link draftFields}. */
export type DraftField = (typeof draftFields)[number]
