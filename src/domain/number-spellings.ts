/**
 * How sellers may have written a product number that stands on a package: the twelve digits of a UPC are an EAN of thirteen
 * with a zero before them, and both are the same number.
 */
export function numberSpellings(digits: string): string[] {
  const bare = digits.replace(/^0+/, '')
  if (bare === '' || bare.length > 13 || digits.length < 12) return [digits]
  return [...new Set([digits, ...[12, 13, 14].map((length) => bare.padStart(length, '0'))])]
}
