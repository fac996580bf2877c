import QRCode from 'qrcode'

/** A reader needs this many empty modules around a code. */
const QUIET_MODULES = 4

/** How many modules a QR code of this text is wide, quiet zone included. */
export function codeModules(text: string): number {
  return modulesOf(text).size + 2 * QUIET_MODULES
}

/**
 * The dark modules of a QR code as an SVG path in a square of `size`, quiet zone included. Coordinates keep two decimals.
 */
export function codeCells(text: string, size: number): string {
  const modules = modulesOf(text)
  const cell = size / codeModules(text)
  const at = (place: number) => ((place + QUIET_MODULES) * cell).toFixed(2)
  const cells: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column) === 0) continue
      const side = cell.toFixed(2)
      cells.push(`M${at(column)} ${at(row)}h${side}v${side}h-${side}z`)
    }
  }
  return cells.join('')
}

/** Shorter links gain more than a higher level of correction: each level less makes the modules larger. */
function modulesOf(text: string): QRCode.BitMatrix {
  return QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
}
