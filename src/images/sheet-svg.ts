import type { CodeLabel } from '../ports/printer.ts'
import { LABEL_RATIO, LABEL_STYLE, labelSvg } from './label-svg.ts'

/** A4. Everything here is in millimetres on paper. */
export const SHEET = { width: 210, height: 297 }
/** Printers leave this much of an edge white. */
const MARGIN = 6
const LABEL_WIDTH = 60
/** Between a label and the cut: a cut that is not quite straight takes nothing off the quiet zone. */
const GAP = 2
const MARK = GAP - 0.5

/** How wide and high a label is with its share of the gaps, and how many fit. */
const CELL = { width: LABEL_WIDTH + 2 * GAP, height: LABEL_WIDTH * LABEL_RATIO + 2 * GAP }
const COLUMNS = Math.floor((SHEET.width - 2 * MARGIN) / CELL.width)
const ROWS = Math.floor((SHEET.height - 2 * MARGIN) / CELL.height)

/** How many labels are on a sheet. */
export const SHEET_LABELS = COLUMNS * ROWS

/** A sheet full of one label, with small crosses where to cut. */
export function sheetSvg(label: CodeLabel): string {
  const left = (SHEET.width - COLUMNS * CELL.width) / 2
  const top = (SHEET.height - ROWS * CELL.height) / 2
  const places = (columns: number, rows: number) =>
    Array.from({ length: columns * rows }, (_, at) => ({
      x: left + (at % columns) * CELL.width,
      y: top + Math.floor(at / columns) * CELL.height,
    }))
  const labels = places(COLUMNS, ROWS).map(
    ({ x, y }) => `<use href="#label" x="${x + GAP}" y="${y + GAP}"/>`,
  )
  const marks = places(COLUMNS + 1, ROWS + 1).map(
    ({ x, y }) => `M${x - MARK} ${y}h${2 * MARK}M${x} ${y - MARK}v${2 * MARK}`,
  )
  const { width, height } = SHEET
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">
  ${LABEL_STYLE}
  <defs><g id="label">${labelSvg(label, LABEL_WIDTH)}</g></defs>
  <rect width="${width}" height="${height}" fill="#fff"/>
  ${labels.join('')}
  <path d="${marks.join('')}" stroke="#000" stroke-width="0.1" fill="none"/>
</svg>
`
}
