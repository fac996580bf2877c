import type { Verdict } from '../domain/sighting.ts'
import type { Ranked } from './gallery.ts'

/** A logistic model over {@link features}: `bias` and one weight for each. */
export type Logistic = { bias: number; weights: readonly number[] }

/** How likeness becomes an answer; fitted on the developer set, see models/README.md. */
export type DecisionRule = {
  /** Is the likeliest product the one? And is it among the first three? And does its category fit? */
  first: Logistic
  three: Logistic
  category: Logistic
  /** Least probability for: one product, up to three, a category. */
  sure: number
  few: number
  fits: number
  /** What is further than this below the first is no candidate. */
  gap: number
  /** Two products whose own pictures are as like as this are told apart by their labels only. */
  twins: number
}

/** A verdict with the candidates it names; `category` also where no product can be named. */
export type Decision = { verdict: Verdict; candidates: Ranked[]; category: number | null }

const MOST_CANDIDATES = 3
/** As like as this are pictures that are one and the same. */
const SAME = 0.99
const NEIGHBOURS = 5
const VOTE_SHARPNESS = 10

/** How many {@link features} there are. */
export const FEATURES = 8

/** What the decision looks at, the likest product first. Where nothing else is there, nothing else is like it. */
export function features(ranked: readonly Ranked[]): number[] {
  const scores = ranked.map(({ score }) => score)
  const [first = 0, second = 0] = scores
  const others = scores.slice(1, 1 + NEIGHBOURS)
  const neighbours = ranked.slice(0, NEIGHBOURS)
  const ofKind = neighbours.filter(({ category }) => category === ranked[0]?.category)
  const stranger = ranked.find(({ category }) => category !== ranked[0]?.category)
  const margin = first - second
  return [
    first,
    margin,
    first - sum(others) / NEIGHBOURS,
    first - (stranger?.score ?? 0),
    ofKind.length / Math.max(1, neighbours.length),
    Math.log(1 + (ranked[0]?.pictures ?? 0)),
    // A margin says more, the more the first is like the photo at all.
    first * margin,
    first * first,
  ]
}

/** How probable it is that the likest product is the one, between 0 and 1. */
export function sureness(ranked: readonly Ranked[], rule: Pick<DecisionRule, 'first'>): number {
  return ranked.length === 0 ? 0 : probability(rule.first, features(ranked))
}

/**
 * What is said of a photo, from how much each product looks like it. `likeness` has how like the pictures of the first product
 * are to those of others that may be the same.
 */
export function decide(
  ranked: readonly Ranked[],
  rule: DecisionRule,
  likeness: ReadonlyMap<Ranked, number>,
): Decision {
  const [first] = ranked
  if (first === undefined) return { verdict: 'none', candidates: [], category: null }
  const seen = features(ranked)
  const category = voted(ranked)
  if (probability(rule.first, seen) >= rule.sure)
    return { ...onlyOrOneOf(first, likeness, rule), category: first.category }
  const fits = probability(rule.category, seen) >= rule.fits
  if (probability(rule.three, seen) >= rule.few) {
    const candidates = ranked
      .slice(0, MOST_CANDIDATES)
      .filter(({ score }) => score >= first.score - rule.gap)
    const others = candidates.slice(1)
    const areTwins =
      others.length > 0 && others.every((each) => (likeness.get(each) ?? -1) >= rule.twins)
    const verdict = areTwins ? 'twins' : 'few'
    return { verdict, candidates, category: fits ? category : null }
  }
  if (!fits) return { verdict: 'none', candidates: [], category: null }
  return { verdict: 'category', candidates: [], category }
}

/**
 * What is surely this product may be another one with the same picture, or the same thing at another seller, who may have
 * shown fewer pictures of it: then both are offered, and no seller gains by showing another's goods as their own.
 */
function onlyOrOneOf(
  first: Ranked,
  likeness: ReadonlyMap<Ranked, number>,
  { twins }: DecisionRule,
): Pick<Decision, 'verdict' | 'candidates'> {
  const same = [...likeness].filter(
    ([{ product }, like]) => like >= (product.issuer === first.product.issuer ? SAME : twins),
  )
  const others = same.map(([each]) => each).slice(0, MOST_CANDIDATES - 1)
  return { verdict: others.length > 0 ? 'twins' : 'sure', candidates: [first, ...others] }
}

/** The category that the likest products are of, the liker ones counting more. */
export function voted(ranked: readonly Ranked[]): number | null {
  const votes = new Map<number, number>()
  const best = ranked[0]?.score ?? 0
  for (const { category, score } of ranked.slice(0, NEIGHBOURS))
    votes.set(category, (votes.get(category) ?? 0) + Math.exp((score - best) * VOTE_SHARPNESS))
  const [most] = [...votes].sort(([, one], [, other]) => other - one)
  return most?.[0] ?? null
}

/** The value of a logistic model. */
export function probability({ bias, weights }: Logistic, values: readonly number[]): number {
  return 1 / (1 + Math.exp(-bias - sum(values.map((value, at) => value * (weights[at] ?? 0)))))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
