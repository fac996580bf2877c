import { MAX_SUPPLY } from './terms.ts'

const BEFORE = 'x|×|\\*|stock|qty|quantity|库存|共|限量|数量'
const AFTER =
  'pcs?|pieces?|units?|tins?|jars?|bottles?|boxes|bags?|packs?|left|available|in stock|件|个|份|罐|盒|瓶|包|袋|套|本|只|台|张|条|双|把|枚|块'
const COUNT = new RegExp(`^(?:(?:${BEFORE})\\s*[:：]?\\s*)?(\\d{1,7})\\s*(?:${AFTER})?$`, 'iu')

const ANY_NUMBER = new RegExp(`^\\d+\\s*(?:${AFTER})$`, 'iu')

/** Whether a text counts things, but as no number that a series can have: `5000000 pcs`. */
export function isUnusableCount(text: string): boolean {
  return ANY_NUMBER.test(text.normalize('NFKC').trim()) && parseCount(text) === null
}

/** What a person typed as a number of things: `50`, `50 pcs`, `×50`, `50 件`, `库存 50`. Null for anything else, and beyond what a series can have. */
export function parseCount(text: string): number | null {
  const [, digits = '0'] = COUNT.exec(text.normalize('NFKC').trim()) ?? []
  const count = Number(digits)
  return count >= 1 && count <= MAX_SUPPLY ? count : null
}
