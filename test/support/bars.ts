const LEFT = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
]
/** Which of the left half's digits are drawn the other way says what the first digit is. */
const PARITY = [
  '000000',
  '001011',
  '001101',
  '001110',
  '010011',
  '011001',
  '011100',
  '010101',
  '010110',
  '011010',
]

/** A bar code as it is on a package: EAN-13, UPC-A or EAN-8 by how many digits there are. The last one is not checked. */
export function barsSvg(digits: string, modulePx = 4): string {
  const bars = digits.length === 8 ? ean8(digits) : ean13(digits.padStart(13, '0'))
  const [width, height] = [(bars.length + 22) * modulePx, 70 * modulePx]
  const rects = [...bars].map((bar, at) =>
    bar === '1'
      ? `<rect x="${(at + 11) * modulePx}" y="${5 * modulePx}" width="${modulePx}" height="${60 * modulePx}"/>`
      : '',
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#fff"/>${rects.join('')}</svg>`
}

function ean13(digits: string): string {
  const parity = PARITY[Number(digits[0])] ?? ''
  const left = [...digits.slice(1, 7)].map((digit, at) => {
    const bars = LEFT[Number(digit)] ?? ''
    return parity[at] === '1' ? reversed(inverted(bars)) : bars
  })
  return `101${left.join('')}01010${rightHalf(digits.slice(7))}101`
}

function ean8(digits: string): string {
  const left = [...digits.slice(0, 4)].map((digit) => LEFT[Number(digit)])
  return `101${left.join('')}01010${rightHalf(digits.slice(4))}101`
}

function rightHalf(digits: string): string {
  return [...digits].map((digit) => inverted(LEFT[Number(digit)] ?? '')).join('')
}

function inverted(bars: string): string {
  return bars.replace(/./g, (bar) => (bar === '1' ? '0' : '1'))
}

function reversed(bars: string): string {
  return [...bars].reverse().join('')
}
