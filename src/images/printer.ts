import sharp from 'sharp'
import type { Printer } from '../ports/printer.ts'
import { CARD_MM, cardSvg } from './card-svg.ts'
import { renderPng } from './render-png.ts'
import { SHEET, SHEET_LABELS, sheetSvg } from './sheet-svg.ts'

/** Points an inch, as office printers and print shops have them. */
const DENSITY = 300
const MM_AN_INCH = 25.4

/** Codes to print: black on white with their quiet zone, what they sell, and the code to type for cameras that fail. */
export function createPrinter(): Printer {
  return {
    sheetLabels: SHEET_LABELS,
    async print(label, format) {
      if (format === 'svg') return new TextEncoder().encode(cardSvg(label))
      return format === 'png'
        ? inPoints(cardSvg(label), CARD_MM)
        : inPoints(sheetSvg(label), SHEET.width)
    },
  }
}

/** A drawing as a picture that says how large it is on paper. Grey is enough, and half the file. */
async function inPoints(svg: string, widthMm: number): Promise<Uint8Array> {
  const png = await renderPng(svg, Math.round((widthMm * DENSITY) / MM_AN_INCH))
  return sharp(png).toColourspace('b-w').withDensity(DENSITY).png({ palette: false }).toBuffer()
}
