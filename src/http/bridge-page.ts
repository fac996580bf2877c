import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Texts } from '../ports/texts.ts'
import { bundleQr } from './bundle-qr.ts'
import { pageGuard } from './page-guard.ts'
import { type PageLanguages, pageTexts } from './page-language.ts'

/** A wallet's button on the bridge page: what stands around the encoded URI. */
export type BridgeWallet = {
  id: string
  name: string
  https: { before: string; after: string } | null
  native: string
}

/**
 * `GET /w`: the page behind which every wallet can be opened, because Telegram's buttons take https links only. The
 * pairing URI stands in the fragment, which no browser sends; the page's own policy forbids it every connection. Its
 * script and style are files of its own: `/w.js`, `/w.css`.
 */
export function createBridgePage({
  languages,
  wallets,
}: {
  languages: PageLanguages
  wallets: readonly BridgeWallet[]
}): Hono {
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
  const script = `${bundleQr()}\n${read('./bridge-client.js')}`
  const style = read('./bridge-page.css')

  const app = new Hono()
  for (const path of ['/w', '/w.js', '/w.css']) app.use(path, pageGuard({ scripts: true }))
  app.get('/w', (c) => {
    c.header('Vary', 'Accept-Language')
    c.header('Cache-Control', 'no-cache')
    return c.html(page(pageTexts(languages, c), wallets))
  })
  app.get('/w.js', (c) => c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  app.get('/w.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  return app
}

function page(texts: Texts, wallets: readonly BridgeWallet[]) {
  const say = (id: string) => texts.plain(`bridge-${id}`)
  return html`<!doctype html>
<html lang="${texts.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${say('title')}</title>
<link rel="stylesheet" href="/w.css">
<script src="/w.js" defer></script>
</head>
<body>
<main>
<h1>${say('title')}</h1>
<noscript><p class="trouble">${say('noscript')}</p></noscript>
<p class="trouble" id="broken" hidden>${say('broken')}</p>
<p class="trouble" id="expired" hidden>${say('expired')}</p>
<div id="ways" hidden>
<p>${say('lead')}</p>
<ul>
${wallets.map(
  ({
    id,
    name,
    https,
    native,
  }) => html`<li><a rel="noreferrer" data-wallet="${id}" data-before="${https?.before ?? ''}" data-after="${https?.after ?? ''}" data-native="${native}">${name}</a></li>
`,
)}<li><a rel="noreferrer" data-wallet="any">${say('any')}</a></li>
</ul>
<div id="qr" role="img" aria-label="${say('qr')}"></div>
<p><button type="button" id="copy" data-done="${say('copied')}">${say('copy')}</button></p>
<textarea id="uri" rows="3" readonly hidden aria-label="${say('copy')}"></textarea>
<p class="note">${say('outside')}</p>
<p class="note" id="android" hidden>${say('android')}</p>
</div>
<p class="promise">${say('promise')}</p>
</main>
</body>
</html>`
}
