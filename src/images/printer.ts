import type { CodeLabel, Printer } from '../ports/printer.ts'
import { codeCells } from './code-cells.ts'
import { renderPng } from './render-png.ts'
import { svgText } from './svg-text.ts'

const SIZE = 800
const HEIGHT = 1060
/** At 300 points an inch about as wide as a postcard. */
const PNG_WIDTH = 1600

/** Codes to print: black on white with their quiet zone, what they sell, and the code to type for cameras that fail. */
export function createPrinter(): Printer {
  return {
    async print(label, format) {
      const svg = labelSvg(label)
      return format === 'svg' ? new TextEncoder().encode(svg) : renderPng(svg, PNG_WIDTH)
    },
  }
}

function labelSvg({ url, title, caption, code, hint }: CodeLabel): string {
  const line = (y: number, text: string, most: number, style: string) =>
    `<text x="${SIZE / 2}" y="${y}" style="${style}">${svgText(text, most)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${HEIGHT}" viewBox="0 0 ${SIZE} ${HEIGHT}">
  <style>text { font-family: 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif; fill: #000; text-anchor: middle }</style>
  <rect width="${SIZE}" height="${HEIGHT}" fill="#fff"/>
  <path d="${codeCells(url, SIZE)}" fill="#000" shape-rendering="crispEdges"/>
  ${line(SIZE + 36, title, 34, 'font-size:44px;font-weight:700')}
  ${line(SIZE + 92, caption, 46, 'font-size:34px')}
  ${line(SIZE + 158, code, 40, 'font-size:44px;font-weight:700;letter-spacing:3px')}
  ${line(SIZE + 206, hint, 60, 'font-size:26px')}
</svg>
`
}
