import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Texts } from '../ports/texts.ts'
import { bundleQr } from './bundle-qr.ts'

/** A wallet's button on the bridge page: what stands around the encoded URI. */
export type BridgeWallet = {
  id: string
  name: string
  https: { before: string; after: string } | null
  native: string
}

/** The languages a page can speak. */
export type PageLanguages = { locales: readonly string[]; texts(locale: string): Texts }

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

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
  app.use('*', async (c, next) => {
    await next()
    c.header('Content-Security-Policy', POLICY)
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
  })
  app.get('/w', (c) => {
    c.header('Vary', 'Accept-Language')
    c.header('Cache-Control', 'no-cache')
    return c.html(page(pickTexts(languages, c.req.header('accept-language') ?? ''), wallets))
  })
  app.get('/w.js', (c) => c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  app.get('/w.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  return app
}

/** The first language of the browser's list that we speak. */
function pickTexts({ locales, texts }: PageLanguages, accepted: string): Texts {
  const wanted = accepted
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/)
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .toSorted((a, b) => b.quality - a.quality)
  const spoken = locales.map((locale) => locale.toLowerCase().split('-')[0])
  const found = wanted.find(({ tag }) => spoken.includes(tag.split('-')[0]))
  return texts(found?.tag ?? 'en')
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
