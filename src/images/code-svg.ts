import type { Drawing } from '../domain/card.ts'
import { codeCells } from './code-cells.ts'
import { stampSvg } from './receipt-svg.ts'
import { svgText } from './svg-text.ts'

const SIZE = 720

/** A QR code with what it is for under it; a stamped one is greyed, so that it cannot be scanned by mistake. */
export async function codeSvg(code: Extract<Drawing, { type: 'code' }>): Promise<string> {
  const { text, title, caption, stamp } = code
  const height = SIZE + 110
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${height}" viewBox="0 0 ${SIZE} ${height}">
  <style>text { font-family: 'Noto Sans SC'; fill: #1d2b28; text-anchor: middle }</style>
  <rect width="${SIZE}" height="${height}" fill="#fff"/>
  <path d="${codeCells(text, SIZE)}" fill="${stamp === null ? '#10201c' : '#d5dcd9'}" shape-rendering="crispEdges"/>
  <text x="${SIZE / 2}" y="${SIZE + 32}" style="font-size:34px;font-weight:700">${svgText(title, 34)}</text>
  <text x="${SIZE / 2}" y="${SIZE + 80}" style="font-size:28px;fill:#4a5a55">${svgText(caption, 40)}</text>
  ${stamp === null ? '' : stampSvg(stamp, SIZE / 2, SIZE / 2)}
</svg>`
}
