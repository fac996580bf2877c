/** The widths of a product number, the longest first; shorter ones are longer ones without leading zeros. */
const WIDTHS = [14, 13, 12, 8] as const
const UPC_E = 8

/**
 * Every spelling of a product number under which a seller may have typed what a camera reads: an EAN-13 that begins with
 * zero is a UPC-A, either may be written with leading zeros as a GTIN-14, and a UPC-E is a UPC-A with zeros left out. The
 * one that was given comes first. Digits that are no product number, by their length or check digit, have that one alone.
 */
export function productNumberForms(digits: string): string[] {
  if (!/^\d+$/.test(digits)) return [digits]
  // Eight digits may be either of two kinds; almost always the check digit tells.
  const numbers = [...(isProductNumber(digits) ? [digits] : []), ...expanded(digits)]
  return [...new Set([digits, ...numbers.flatMap(sameNumber)])]
}

/** Is it as long as a product number, and does its last digit fit the others? */
export function isProductNumber(digits: string): boolean {
  if (!/^\d+$/.test(digits) || !WIDTHS.some((width) => width === digits.length)) return false
  return checkDigit(digits.slice(0, -1)) === digits.at(-1)
}

/** The last digit of a product number: it makes the sum of all, from the right every second one three times, end in zero. */
function checkDigit(digits: string): string {
  const sum = [...digits]
    .reverse()
    .reduce((all, each, at) => all + Number(each) * (at % 2 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}

function sameNumber(digits: string): string[] {
  const full = digits.padStart(WIDTHS[0], '0')
  const forms = WIDTHS.flatMap((width) => {
    const isWide = /[1-9]/.test(full.slice(0, -width))
    return isWide ? [] : [full.slice(-width)]
  })
  const short = shortened(full.slice(-12))
  return full.startsWith('00') && short !== null ? [...forms, short] : forms
}

/** The UPC-A that a UPC-E stands for, if it is one: its last digit but one says where zeros were left out. */
function expanded(digits: string): string[] {
  if (digits.length !== UPC_E || !/^[01]/.test(digits)) return []
  const [system, body, check] = [digits.slice(0, 1), digits.slice(1, 7), digits.slice(-1)]
  const full = `${system}${filled(body)}${check}`
  return isProductNumber(full) ? [full] : []
}

function filled(body: string): string {
  const last = body.slice(5)
  if (last <= '2') return `${body.slice(0, 2)}${last}0000${body.slice(2, 5)}`
  if (last === '3') return `${body.slice(0, 3)}00000${body.slice(3, 5)}`
  if (last === '4') return `${body.slice(0, 4)}00000${body.slice(4, 5)}`
  return `${body.slice(0, 5)}0000${last}`
}

/** The UPC-E of a UPC-A; null when it has too few zeros. */
function shortened(full: string): string | null {
  if (!/^[01]/.test(full)) return null
  const [system, maker, product, check] = [
    full.slice(0, 1),
    full.slice(1, 6),
    full.slice(6, 11),
    full.slice(11),
  ]
  const bodies = [
    `${maker.slice(0, 2)}${product.slice(2)}${maker.slice(2, 3)}`,
    `${maker.slice(0, 3)}${product.slice(3)}3`,
    `${maker.slice(0, 4)}${product.slice(4)}4`,
    `${maker}${product.slice(4)}`,
  ]
  const body = bodies.find((each) => filled(each) === `${maker}${product}`)
  return body === undefined ? null : `${system}${body}${check}`
}
