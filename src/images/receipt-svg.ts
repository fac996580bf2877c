import type { Drawing } from '../domain/card.ts'
import { sealPath } from './seal-path.ts'
import { svgText } from './svg-text.ts'

const WIDTH = 960
const HEIGHT = 540

/** A right as a ticket: the good, its serial, and a figure that is different for every token. */
export function receiptSvg(receipt: Extract<Drawing, { type: 'receipt' }>): string {
  const { title, lines, serial, stamp, seed } = receipt
  const hue = Number(BigInt(seed) % 360n)
  const rows = lines
    .map(
      (line, place) =>
        `<text x="64" y="${226 + place * 46}" class="line">${svgText(line, 44)}</text>`,
    )
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
  <style>
    text { font-family: 'Noto Sans SC'; fill: #1d2b28 }
    .title { font-size: 52px; font-weight: 700 }
    .line { font-size: 28px; fill: #4a5a55 }
    .serial { font-size: 44px; font-weight: 700; fill: hsl(${hue}, 45%, 28%) }
    .brand { font-size: 24px; fill: #7a8a85; letter-spacing: 6px }
  </style>
  <rect width="${WIDTH}" height="${HEIGHT}" fill="hsl(${hue}, 30%, 88%)"/>
  <path d="${ticketPath()}" fill="#fffdf8"/>
  <line x1="664" y1="70" x2="664" y2="470" stroke="#cfd8d3" stroke-width="3" stroke-dasharray="4 12" stroke-linecap="round"/>
  <text x="64" y="96" class="brand">SCRIP</text>
  <text x="64" y="168" class="title">${svgText(title, 22)}</text>
  ${rows}
  <text x="64" y="462" class="serial">${svgText(serial, 22)}</text>
  <g transform="translate(796 270)" fill="none" stroke="hsl(${hue}, 50%, 38%)" stroke-width="2.5">${sealPath(seed)}</g>
  ${stamp === null ? '' : stampSvg(stamp, 400, 300)}
</svg>`
}

/** A stamp across a picture: used, taken back. */
export function stampSvg(text: string, x: number, y: number): string {
  return `<g transform="translate(${x} ${y}) rotate(-14)" opacity="0.92">
    <rect x="-230" y="-66" width="460" height="132" rx="16" fill="#fff" fill-opacity="0.9" stroke="#c0392b" stroke-width="8"/>
    <text x="0" y="24" text-anchor="middle" style="font-size:72px;font-weight:700;fill:#c0392b">${svgText(text, 12)}</text>
  </g>`
}

function ticketPath(): string {
  return 'M56 32H640a24 24 0 0 0 48 0H904a24 24 0 0 1 24 24V484a24 24 0 0 1-24 24H688a24 24 0 0 0-48 0H56a24 24 0 0 1-24-24V56a24 24 0 0 1 24-24Z'
}
