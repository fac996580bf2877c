import { createRequire } from 'node:module'
import { renderAsync } from '@resvg/resvg-js'
import type { Drawing } from '../domain/card.ts'
import type { Painter } from '../ports/painter.ts'
import { codeSvg } from './code-svg.ts'
import { receiptSvg } from './receipt-svg.ts'

const require = createRequire(import.meta.url)
const font = (weight: string) => require.resolve(`@expo-google-fonts/noto-sans-sc/${weight}.ttf`)

/** One family for Latin and Chinese, bundled: a server has no fonts to rely on. */
const options = {
  font: {
    loadSystemFonts: false,
    fontFiles: [font('400Regular/NotoSansSC_400Regular'), font('700Bold/NotoSansSC_700Bold')],
    defaultFontFamily: 'Noto Sans SC',
  },
}

/** Draws with SVG templates, off the main thread. */
export function createPainter(): Painter {
  return {
    async paint(drawing) {
      const image = await renderAsync(await toSvg(drawing), options)
      return image.asPng()
    },
  }
}

async function toSvg(drawing: Drawing): Promise<string> {
  return drawing.type === 'receipt' ? receiptSvg(drawing) : codeSvg(drawing)
}
