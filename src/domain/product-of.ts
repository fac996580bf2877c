import type { Series } from './facts.ts'
import type { ProductRef } from './sighting.ts'

/** The product that a series is of. */
export function productOf({ issuer, goods }: Series): ProductRef {
  return { issuer, number: goods.productNumber }
}

/** Are these one product? */
export function isSameProduct(one: ProductRef, other: ProductRef): boolean {
  return one.issuer === other.issuer && one.number === other.number
}
