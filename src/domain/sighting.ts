import type { Account } from './ids.ts'

/**
 * A product as its seller numbers it: however often it is published anew, it is the same thing to look at. Two sellers of
 * one thing are two products.
 */
export type ProductRef = { issuer: Account; number: string }

/**
 * What a photo of a thing leads to. `sure`: it is the one named; `few`: one of up to three; `twins`: one of up to three
 * that look alike, so that only the label tells; `category`: no known product, but what kind of thing it is; `none`.
 */
export type Verdict = 'sure' | 'few' | 'twins' | 'category' | 'none'

/** What a photo looks like, among everything that sellers have shown. */
export type Match = {
  verdict: Verdict
  /** Products that can be bought, the likeliest first: one when sure, up to three, none for `category` and `none`. */
  products: ProductRef[]
  /** What it would surely have been, but nothing of it is left. */
  soldOut: ProductRef | null
  /** A Google product category, also beside products; null when nothing can be said. */
  category: number | null
  /** No model was there: told by colours and outlines alone. */
  isRough: boolean
}

/** What one photo shows. It holds nothing of the picture itself. */
export type Sighting = {
  /** Texts of the QR codes in it, whoever made them. */
  codes: string[]
  /** Digits of product numbers (EAN, UPC) as printed on it. */
  numbers: string[]
  /** Digits that could only be read from a retouched picture; each is the number of a product that some seller has. */
  probableNumbers: string[]
  /** Null when a code of ours was in it: then nothing else was looked for. */
  match: Match | null
}
