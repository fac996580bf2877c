import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import type { Arguments, Texts } from '../ports/texts.ts'

const DEFAULT_LOCALE = 'en'

/**
 * Loads every `locales/<language>/*.ftl`. A message that a language lacks falls back to English; one that English lacks
 * throws, because a test keeps the languages equal.
 */
export function loadTexts(folder: string): { locales: string[]; texts(locale: string): Texts } {
  const bundles = new Map<string, FluentBundle>()
  for (const locale of readdirSync(folder)) bundles.set(locale, loadBundle(folder, locale))
  const fallback = bundles.get(DEFAULT_LOCALE)
  if (fallback === undefined) throw new Error(`no ${DEFAULT_LOCALE} texts in ${folder}`)

  const made = new Map<string, Texts>()
  return {
    locales: [...bundles.keys()],
    texts(wanted) {
      const locale = pickLocale(wanted, [...bundles.keys()])
      const known = made.get(locale)
      if (known !== undefined) return known
      const texts = createTexts(locale, bundles.get(locale) ?? fallback, fallback)
      made.set(locale, texts)
      return texts
    },
  }
}

/** The best of our languages for a client's `language_code`: `zh`, `zh-hans` and `zh-CN` all read Simplified Chinese. */
export function pickLocale(wanted: string, have: readonly string[]): string {
  const exact = have.find((each) => each.toLowerCase() === wanted.toLowerCase())
  if (exact !== undefined) return exact
  const language = wanted.toLowerCase().split(/[-_]/)[0]
  return have.find((each) => each.toLowerCase().split('-')[0] === language) ?? DEFAULT_LOCALE
}

function loadBundle(folder: string, locale: string): FluentBundle {
  // Telegram shows isolation marks as stray characters in some clients.
  const bundle = new FluentBundle(locale, { useIsolating: false })
  for (const file of readdirSync(join(folder, locale))) {
    const errors = bundle.addResource(
      new FluentResource(readFileSync(join(folder, locale, file), 'utf8')),
    )
    if (errors[0] !== undefined) throw new Error(`${locale}/${file}: ${errors[0].message}`)
  }
  return bundle
}

function createTexts(locale: string, bundle: FluentBundle, fallback: FluentBundle): Texts {
  const format = (id: string, args: Record<string, FluentVariable>): string => {
    const source = bundle.hasMessage(id) ? bundle : fallback
    const pattern = source.getMessage(id)?.value
    if (pattern == null) throw new Error(`no text ${id}`)
    const errors: Error[] = []
    const text = source.formatPattern(pattern, args, errors)
    if (errors[0] !== undefined) throw new Error(`text ${id}: ${errors[0].message}`)
    return text
  }
  return {
    locale,
    plain: (id, args = {}) => format(id, args),
    html: (id, args = {}) => format(id, escapeArguments(args)),
  }
}

function escapeArguments(args: Arguments): Arguments {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' ? escapeHtml(value) : value,
    ]),
  )
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
