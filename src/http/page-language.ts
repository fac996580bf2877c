import type { Context } from 'hono'
import type { Texts } from '../ports/texts.ts'

/** The languages a page can speak. */
export type PageLanguages = { locales: readonly string[]; texts(locale: string): Texts }

/** The texts a request wants: those of `?lang=` when we have them, else those of the browser's list. */
export function pageTexts(languages: PageLanguages, context: Context): Texts {
  const chosen = languages.locales.find((each) => each === context.req.query('lang'))
  if (chosen !== undefined) return languages.texts(chosen)
  return acceptedTexts(languages, context.req.header('accept-language') ?? '')
}

/** The first language of an Accept-Language list that we speak. */
function acceptedTexts({ locales, texts }: PageLanguages, accepted: string): Texts {
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
