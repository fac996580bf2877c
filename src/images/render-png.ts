import { createRequire } from 'node:module'
import { renderAsync } from '@resvg/resvg-js'

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

/** An SVG of ours as a PNG, off the main thread; as wide as it says, or `width` pixels wide. */
export async function renderPng(svg: string, width?: number): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    ...options,
    ...(width === undefined ? {} : { fitTo: { mode: 'width', value: width } }),
  })
  return image.asPng()
}
