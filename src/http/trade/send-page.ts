import { html } from 'hono/html'
import type { Texts } from '../../ports/texts.ts'
import type { PageParts } from './page-shell.ts'

/**
 * The page of a send, the same for every one: the secret stands in the fragment, which no browser sends, and only the
 * script in it makes a link of it. Without script it says how to take the secret into the chat by hand.
 */
export function sendPage(texts: Texts, botName: string): PageParts {
  const bot = `@${botName}`
  return {
    title: texts.plain('page-send'),
    description: texts.plain('page-send-lead'),
    url: null,
    picture: null,
    isListed: false,
    script: '/g.js',
    body: html`<h1>${texts.plain('page-send')}</h1>
<p>${texts.plain('page-send-lead')}</p>
<p class="state" id="missing" hidden>${texts.plain('page-send-missing')}</p>
<p id="ready" hidden><a class="open" id="open" data-bot="${botName}">${texts.plain('page-open')}</a></p>
<h2>${texts.plain('page-send-copy')}</h2>
<p>${texts.plain('page-send-steps', { bot })}</p>
<p class="note">${texts.plain('page-send-secret')}</p>`,
  }
}
