import type { CodeLabel } from '../ports/printer.ts'
import { codeCells } from './code-cells.ts'
import { svgText } from './svg-text.ts'

const SIZE = 800
const HEIGHT = 1060

/** How high a label is for its width. */
export const LABEL_RATIO = HEIGHT / SIZE

/** Text of a label is in fonts that a print shop has. */
export const LABEL_STYLE =
  "<style>text { font-family: 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif; fill: #000; text-anchor: middle }</style>"

/**
 * A label, `width` units wide: the code in black with its quiet zone, as wide as the label, so that its modules are as large
 * as can be; what it sells, and the code to type for cameras that fail. It has no ground of its own.
 */
export function labelSvg({ url, title, caption, code, hint }: CodeLabel, width: number): string {
  const line = (y: number, text: string, most: number, style: string) =>
    `<text x="${SIZE / 2}" y="${y}" style="${style}">${svgText(text, most)}</text>`
  return `<g transform="scale(${width / SIZE})">
  <path d="${codeCells(url, SIZE)}" fill="#000" shape-rendering="crispEdges"/>
  ${line(SIZE + 36, title, 34, 'font-size:44px;font-weight:700')}
  ${line(SIZE + 92, caption, 46, 'font-size:34px')}
  ${line(SIZE + 158, code, 40, 'font-size:44px;font-weight:700;letter-spacing:3px')}
  ${line(SIZE + 206, hint, 60, 'font-size:26px')}
</g>`
}
