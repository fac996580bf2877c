import { html, raw } from 'hono/html'
import QRCode from 'qrcode'

const MARGIN = 4

/** A link as a QR code, drawn into the page itself. `label` is what it is, for who cannot see it. */
export function qrSvg(link: string, label: string) {
  const { modules } = QRCode.create(link, { errorCorrectionLevel: 'M' })
  const { size, data } = modules
  const side = size + 2 * MARGIN
  let path = ''
  data.forEach((bit, at) => {
    if (bit) path += `M${(at % size) + MARGIN} ${Math.floor(at / size) + MARGIN}h1v1h-1z`
  })
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="${raw(path)}"/></svg>`
}
