import type { CodeLabel } from '../ports/printer.ts'
import { LABEL_RATIO, LABEL_STYLE, labelSvg } from './label-svg.ts'

/** About as wide as a postcard. Modules are 2 mm and more: read from an arm's length, or from two with a good camera. */
export const CARD_MM = 100

/** One label as a card to print, with its size on paper. */
export function cardSvg(label: CodeLabel): string {
  const height = CARD_MM * LABEL_RATIO
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_MM}mm" height="${height}mm" viewBox="0 0 ${CARD_MM} ${height}">
  ${LABEL_STYLE}
  <rect width="${CARD_MM}" height="${height}" fill="#fff"/>
  ${labelSvg(label, CARD_MM)}
</svg>
`
}
