import type { Match, Verdict } from '../domain/sighting.ts'

const ORDER: readonly Verdict[] = ['sure', 'twins', 'few', 'category', 'none']

/** Of what several views of one picture look like, what says most; of equal ones the first. @throws Error of no views */
export function surest(matches: readonly Match[]): Match {
  const rank = ({ verdict, soldOut }: Match) => (soldOut === null ? ORDER.indexOf(verdict) : 0)
  const [best] = matches.toSorted((one, other) => rank(one) - rank(other))
  if (best === undefined) throw new Error('a picture has at least one view')
  return best
}
