/** Signs and words for money that are no coins of ours. Units of goods are none of them: `12 kg` says what is sold. */
const CURRENCIES =
  'us\\$|hk\\$|a\\$|c\\$|\\p{Sc}|usd[tc]?|eur[co]?s?|gbp|cny|rmb|jpy|hkd|twd|chf|cad|aud|inr|rub|krw|sgd|thb|vnd|dai|w?eth|w?btc|sats?|bnb|pol|matic|sol|trx|ton|dollars?|bucks?|pounds?|yuan|cents?|元|块钱?|圆|角|人民币|美元|美金|刀|欧元|英镑|日元|港币|港元|台币'
const SIGN = '[-+−–~≈<>=]*\\s*'
/** As it is typed, not as it should be: other digits, groups, powers, hexadecimal. */
const NUMBER = "(?:0x[0-9a-f]+|\\p{N}[\\p{N}.,'’_\\s]*(?:e[+-]?\\d+)?)"
const PLAIN = new RegExp(`^${SIGN}${NUMBER}$`, 'iu')

/** Whether a text is a number and nothing else, in any spelling. */
export function looksLikeNumber(text: string): boolean {
  return PLAIN.test(text.normalize('NFKC').trim())
}

/** Whether a text is a number or a range with money before or behind it: with one of these symbols, or any currency. */
export function looksLikeMoney(text: string, symbols: readonly string[]): boolean {
  const own = symbols.filter((symbol) => symbol !== '').map(literalPattern)
  const currency = `(?:${[...own, CURRENCIES].join('|')})`
  const amount = `${NUMBER}(?:\\s*[-–—~至到]\\s*${NUMBER})?`
  const before = new RegExp(`^${SIGN}${currency}\\s*${SIGN}${amount}\\s*${currency}?$`, 'iu')
  const behind = new RegExp(`^${SIGN}${amount}\\s*${currency}$`, 'iu')
  const typed = text.normalize('NFKC').trim()
  return before.test(typed) || behind.test(typed)
}

/** A text as the part of a regular expression that finds exactly it. */
export function literalPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
