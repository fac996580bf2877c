import { decodePayload, type Link } from './links.ts'

/** What a text held: links of ours, links that are broken, and links to somebody else's bot. */
export type FoundLinks = { links: Link[]; broken: number; foreign: number }

const TELEGRAM_LINK =
  /(?:https?:\/\/)?(?:t\.me|telegram\.me|telegram\.dog)\/([A-Za-z0-9_]{3,32})\?(?:[^\s#]*&)?start=([A-Za-z0-9_-]*)/gi
const TELEGRAM_DEEP_LINK = /tg:\/\/resolve\?domain=([A-Za-z0-9_]{3,32})&start=([A-Za-z0-9_-]*)/gi
const MOST_LINKS = 10

/**
 * Finds trade links wherever they hide in texts: a message, its `text_link` entities, captions, URL buttons. `site` is
 * our https address, whose `/t/<payload>` is the other form of a link; a text that is nothing but a payload counts too.
 */
export function findLinks(
  texts: readonly string[],
  own: { botName: string; site: string },
): FoundLinks {
  const found: FoundLinks = { links: [], broken: 0, foreign: 0 }
  const seen = new Set<string>()
  const take = (payload: string) => {
    if (seen.has(payload) || found.links.length >= MOST_LINKS) return
    seen.add(payload)
    const link = decodePayload(payload)
    if (link === null) found.broken += 1
    else found.links.push(link)
  }

  for (const text of texts) {
    for (const pattern of [TELEGRAM_LINK, TELEGRAM_DEEP_LINK]) {
      for (const [, name = '', payload = ''] of text.matchAll(pattern)) {
        if (name.toLowerCase() === own.botName.toLowerCase()) take(payload)
        else found.foreign += 1
      }
    }
    for (const payload of sitePayloads(text, own.site)) take(payload)
    const bare = text.trim()
    if (decodePayload(bare) !== null) take(bare)
  }
  return found
}

/** Does a text hold a link of ours, be it a damaged one? */
export function holdsOurLink(text: string, own: { botName: string; site: string }): boolean {
  const { links, broken } = findLinks([text], own)
  return links.length + broken > 0
}

/** The two forms on our site: a page for every link, and the page of a send, whose secret stays behind the `#`. */
function sitePayloads(text: string, site: string): string[] {
  const root = site.replace(/\/$/, '')
  return [`${root}/t/`, `${root}/g#`].flatMap((start) =>
    text
      .split(start)
      .slice(1)
      .map((rest) => /^[A-Za-z0-9_-]*/.exec(rest)?.[0] ?? ''),
  )
}
