import { readFileSync } from 'node:fs'

/** Which Google product category each of the model's classes is of; a class that is nobody's goods has none. */
export type ClassCategories = ReadonlyMap<number, number>

/** Reads models/classes.tsv: class number, category, name of the class. */
export function readClassCategories(path: string): ClassCategories {
  const lines = readFileSync(path, 'utf8').split('\n')
  return new Map(
    lines.flatMap((line) => {
      const [number, category] = line.split('\t')
      return category === undefined ? [] : [[Number(number), Number(category)] as const]
    }),
  )
}

/**
 * The narrowest category that has, with everything under it, at least `share` of the classes' probability; null when none
 * has. `lineOf` gives a category and what it stands under, the narrowest first. The widest categories say too little to be
 * an answer.
 */
export function categoryOfClasses(
  probabilities: ArrayLike<number>,
  {
    categories,
    lineOf,
    share,
  }: {
    categories: ClassCategories
    lineOf: (category: number) => readonly number[]
    share: number
  },
): number | null {
  const shares = new Map<number, number>()
  const depths = new Map<number, number>()
  for (const [number, category] of categories) {
    const line = lineOf(category)
    for (const [place, each] of line.entries()) {
      shares.set(each, (shares.get(each) ?? 0) + (probabilities[number] ?? 0))
      depths.set(each, line.length - place)
    }
  }
  const likely = [...shares].filter(([id, own]) => own >= share && (depths.get(id) ?? 0) > 1)
  const [best] = likely.sort(
    ([one, a], [other, b]) => (depths.get(other) ?? 0) - (depths.get(one) ?? 0) || b - a,
  )
  return best?.[0] ?? null
}
