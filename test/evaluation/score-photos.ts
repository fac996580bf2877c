import type { Verdict } from '../../src/domain/sighting.ts'

/** What the terminal said of one query, and what was so. */
export type Query = {
  /** Where the right product stands among the likest three, from 0; −1 when it does not. */
  place: number
  isKnown: boolean
  /** Its product is not in the catalogue, but its category is. */
  isNear: boolean
  hasCategory: boolean
  isCategory: boolean
  /** How probable the terminal holds it that the first is the right one, between 0 and 1. */
  sureness: number
  verdict: Verdict
}

/** Shares between 0 and 1, null where there is nothing to count; see {@link scorePhotos}. */
export type PhotoScores = {
  queries: number
  known: number
  near: number
  far: number
  /** Of the known: the right product is the first, or among three. */
  top1: number | null
  top3: number | null
  /** Of those whose category is in the catalogue: the first product is of it. */
  category: number | null
  /** How well known and unknown are told apart by sureness. */
  aurocNear: number | null
  aurocFar: number | null
  /** Of the answers that name one product: those that are right, unknown queries included. */
  surePrecision: number | null
  /** Of the known: those that are answered with one product. */
  sureCoverage: number | null
  /** How far sureness is from how often the first is right, over ten bins (expected calibration error). */
  calibrationError: number | null
  verdicts: Record<Verdict, number>
}

/** Counts what was said of all queries. */
export function scorePhotos(queries: readonly Query[]): PhotoScores {
  const known = queries.filter(({ isKnown }) => isKnown)
  const near = queries.filter(({ isNear }) => isNear)
  const far = queries.filter(({ isKnown, isNear }) => !isKnown && !isNear)
  const sure = queries.filter(({ verdict }) => verdict === 'sure')
  const count = (verdict: Verdict) => queries.filter((each) => each.verdict === verdict).length
  return {
    queries: queries.length,
    known: known.length,
    near: near.length,
    far: far.length,
    top1: share(known, ({ place }) => place === 0),
    top3: share(known, ({ place }) => place >= 0),
    category: share(
      queries.filter(({ hasCategory }) => hasCategory),
      ({ isCategory }) => isCategory,
    ),
    aurocNear: auroc(known, near),
    aurocFar: auroc(known, far),
    surePrecision: share(sure, ({ place, isKnown }) => isKnown && place === 0),
    sureCoverage: share(known, ({ verdict }) => verdict === 'sure'),
    calibrationError: calibrationError(queries),
    verdicts: {
      sure: count('sure'),
      few: count('few'),
      twins: count('twins'),
      category: count('category'),
      none: count('none'),
    },
  }
}

function share<T>(all: readonly T[], is: (each: T) => boolean): number | null {
  return all.length === 0 ? null : all.filter(is).length / all.length
}

/** The share of pairs in which the known query is the surer one; equal ones count half. */
function auroc(known: readonly Query[], unknown: readonly Query[]): number | null {
  if (known.length === 0 || unknown.length === 0) return null
  let above = 0
  for (const one of known)
    for (const other of unknown) above += (Math.sign(one.sureness - other.sureness) + 1) / 2
  return above / (known.length * unknown.length)
}

function calibrationError(queries: readonly Query[]): number | null {
  if (queries.length === 0) return null
  const bins = Array.from({ length: 10 }, (_, bin) =>
    queries.filter(({ sureness }) => Math.min(9, Math.floor(sureness * 10)) === bin),
  )
  const gaps = bins.map((bin) =>
    Math.abs(bin.reduce((sum, { sureness, place }) => sum + sureness - Number(place === 0), 0)),
  )
  return gaps.reduce((sum, gap) => sum + gap, 0) / queries.length
}
