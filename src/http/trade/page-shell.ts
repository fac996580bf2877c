import { html } from 'hono/html'
import type { Texts } from '../../ports/texts.ts'
import type { PageLanguages } from '../page-language.ts'

/** A piece of HTML whose values are escaped. */
export type Html = ReturnType<typeof html>

/** A whole page: its head, and what stands in it. */
export type PageParts = {
  title: string
  /** For previews: one line about what it shows. */
  description: string
  /** Whole address of the page and of its picture, for previews; null for none. */
  url: string | null
  picture: string | null
  /** May search engines keep it? */
  isListed: boolean
  /** Own script, if any. */
  script: string | null
  body: Html
}

/** One page in one language, with the way to the others. */
export function pageShell(
  languages: PageLanguages,
  texts: Texts,
  { title, description, url, picture, isListed, script, body }: PageParts,
): Html {
  const others = languages.locales.filter((each) => each !== texts.locale)
  return html`<!doctype html>
<html lang="${texts.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${isListed ? '' : html`<meta name="robots" content="noindex">`}
<title>${title}</title>
<meta name="description" content="${description}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="Scrip">
<meta property="og:locale" content="${texts.locale.replace('-', '_')}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
${url === null ? '' : html`<meta property="og:url" content="${url}">`}
${picture === null ? '' : html`<meta property="og:image" content="${picture}">`}
<meta name="twitter:card" content="${picture === null ? 'summary' : 'summary_large_image'}">
<link rel="stylesheet" href="/t.css">
${script === null ? '' : html`<script src="${script}" defer></script>`}
</head>
<body>
<nav>${others.map((each) => html`<a lang="${each}" hreflang="${each}" href="?lang=${each}">${languages.texts(each).plain('page-language')}</a>`)}</nav>
<main>
${body}
</main>
</body>
</html>`
}
