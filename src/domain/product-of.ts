import type { Series } from './facts.ts'
import type { ProductRef } from './sighting.ts'

/** The product that a series is of. */
export function productOf({ issuer, goods }: Series): ProductRef {
  return { issuer, number: goods.productNumber }
}

/** A product as a text, to find it by: no two have the same. */
export function productKey({ issuer, number }: ProductRef): string {
  return `${issuer} ${number}`
}

/** Are these one product? */
export function isSameProduct(one: ProductRef, other: ProductRef): boolean {
  return productKey(one) === productKey(other)
}
