import type { PageState } from './state.ts'
import { english, type TextKey } from './texts-en.ts'
import { chinese } from './texts-zh.ts'

/** Says one of the page's texts in its present language. */
export type Translate = (key: TextKey, values?: Record<string, string | number>) => string

/** The page's words for a language. */
export function createTranslate(language: PageState['language']): Translate {
  const texts: Record<TextKey, string> = language === 'zh' ? chinese : english
  return (key, values = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
