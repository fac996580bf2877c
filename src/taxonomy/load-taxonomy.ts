import { readFileSync } from 'node:fs'
import type { Taxonomy } from '../ports/taxonomy.ts'
import { type Category, createFindCategories } from './find-categories.ts'

/** A guess has to have said more than half of a name, or an everyday word. */
const SURE = 0.7
/** Below this a category only shares a word with what was said. */
const POSSIBLE = 0.3
/** *Software*: everything under it is nothing that can be handed over. */
const DIGITAL = 2092

/**
 * The Google product taxonomy from the files beside this one: English names for all, Chinese ones for the first two levels
 * and the likeliest of the others, and everyday words in both. What has no Chinese name is called in Chinese by the nearest
 * thing above it that has one. Reads them once, at start.
 */
export function loadTaxonomy(): Taxonomy {
  const also = readTable('words.tsv', (words) => words.split(', '))
  const upper = readTable('zh-CN.tsv', (name) => name)
  const deeper = readTable('deeper-zh-CN.tsv', (name) => name)
  const chinese = new Map([...upper, ...deeper])
  const categories = rowsOf('generated/categories.tsv').map(
    ([id, parent, name = '']): Category => ({
      id: Number(id),
      parent: Number(parent),
      name,
      also: [
        ...(also.get(Number(id)) ?? []),
        ...(upper.has(Number(id)) ? [upper.get(Number(id)) ?? ''] : []),
        ...partsOf(deeper.get(Number(id)) ?? ''),
      ],
    }),
  )
  const byId = new Map(categories.map((category) => [category.id, category]))
  const findCategories = createFindCategories(categories)

  const lineOf = (id: number): Category[] => {
    const category = byId.get(id)
    return category === undefined ? [] : [...lineOf(category.parent), category]
  }
  const named = ({ id, name }: Category, locale: string) => {
    if (!locale.startsWith('zh')) return name
    const known = lineOf(id).findLast((each) => chinese.has(each.id))
    return chinese.get(known?.id ?? id) ?? name
  }
  const numberIn = (words: string) => {
    const id = /^\s*\d{1,7}\s*$/.test(words) ? Number(words) : 0
    return byId.has(id) ? id : null
  }
  const find = (words: string, limit: number) => {
    const number = numberIn(words)
    if (number !== null) return [number]
    const fits = findCategories(words).filter(({ score }) => score >= POSSIBLE)
    return fits.slice(0, limit).map(({ id }) => id)
  }

  return {
    nameOf(id, locale) {
      const category = byId.get(id)
      return category === undefined ? null : named(category, locale)
    },
    pathOf(id, locale) {
      const line = lineOf(id)
      const names = line.map((each) => named(each, locale))
      // What is called by what it stands under is not named twice.
      const shown = names.filter((name, place) => name !== names[place - 1])
      return line.length === 0 ? null : shown.join(' › ')
    },
    guess(words) {
      const [best] = findCategories(words)
      return best !== undefined && best.score >= SURE ? best.id : null
    },
    lineOf: (id) =>
      byId.has(id)
        ? lineOf(id)
            .map((each) => each.id)
            .reverse()
        : [id],
    find,
    isDigital: (id) => lineOf(id).some((each) => each.id === DIGITAL),
  }
}

/** The things that one name names: `果酱与果冻` is found by either. A single sign is in too many other words. */
function partsOf(name: string): string[] {
  const parts = name.split(/[与、]/).filter((part) => part.length > 1)
  return [...new Set([name, ...parts])].filter((part) => part !== '')
}

function readTable<T>(file: string, read: (text: string) => T): Map<number, T> {
  return new Map(rowsOf(file).map(([id, text = '']) => [Number(id), read(text)]))
}

function rowsOf(file: string): string[][] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return text.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')]))
}
