import QRCode from 'qrcode'

/** A reader needs this many empty modules around a code. */
const QUIET_MODULES = 4

/**
 * The dark modules of a QR code as an SVG path in a square of `size`, quiet zone included. Coordinates keep two decimals.
 */
export function codeCells(text: string, size: number): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const cell = size / (modules.size + 2 * QUIET_MODULES)
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
