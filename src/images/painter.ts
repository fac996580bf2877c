import type { Drawing } from '../domain/card.ts'
import type { Painter } from '../ports/painter.ts'
import { codeSvg } from './code-svg.ts'
import { receiptSvg } from './receipt-svg.ts'
import { renderPng } from './render-png.ts'

/** Draws with SVG templates, off the main thread. */
export function createPainter(): Painter {
  return { paint: async (drawing) => renderPng(await toSvg(drawing)) }
}

async function toSvg(drawing: Drawing): Promise<string> {
  return drawing.type === 'receipt' ? receiptSvg(drawing) : codeSvg(drawing)
}
