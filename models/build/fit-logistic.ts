import type { Logistic } from '../../src/vision/decide.ts'

/** One observation: what was seen, whether it was so, and how much it counts. */
export type Observation = { values: readonly number[]; isTrue: boolean; weight: number }

const ROUNDS = 400
const RATE = 0.3
const MOMENTUM = 0.9
/** Keeps weights small where the observations say little. */
const RIDGE = 1e-3

/** Fits a logistic model by gradient descent with momentum, on values of mean zero and deviation one. */
export function fitLogistic(observations: readonly Observation[]): Logistic {
  const size = observations[0]?.values.length ?? 0
  const total = observations.reduce((sum, { weight }) => sum + weight, 0)
  const mean = (of: (each: Observation) => number) =>
    observations.reduce((sum, each) => sum + each.weight * of(each), 0) / total
  const places = Array.from({ length: size }, (_, at) => at)
  const means = places.map((at) => mean(({ values }) => values[at] ?? 0))
  const deviations = places.map((at) =>
    Math.max(1e-6, Math.sqrt(mean(({ values }) => ((values[at] ?? 0) - (means[at] ?? 0)) ** 2))),
  )
  const rows = observations.map(({ values }) =>
    values.map((value, at) => (value - (means[at] ?? 0)) / (deviations[at] ?? 1)),
  )
  // The last place is the bias.
  const weights = new Float64Array(size + 1)
  const speeds = new Float64Array(size + 1)
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = weights.map((weight, at) => (at < size ? RIDGE * weight : 0))
    for (const [place, row] of rows.entries()) {
      const { isTrue, weight } = observations[place] as Observation
      const sum = row.reduce(
        (all, value, at) => all + value * (weights[at] ?? 0),
        weights[size] ?? 0,
      )
      const error = (weight / total) * (1 / (1 + Math.exp(-sum)) - Number(isTrue))
      slopes[size] = (slopes[size] ?? 0) + error
      for (const at of places) slopes[at] = (slopes[at] ?? 0) + error * (row[at] ?? 0)
    }
    for (const at of weights.keys()) {
      speeds[at] = MOMENTUM * (speeds[at] ?? 0) - RATE * (slopes[at] ?? 0)
      weights[at] = (weights[at] ?? 0) + (speeds[at] ?? 0)
    }
  }
  const bias = weights[size] ?? 0
  const scaled = places.map((at) => (weights[at] ?? 0) / (deviations[at] ?? 1))
  const moved = scaled.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0)
  return { bias: round6(bias - moved), weights: scaled.map(round6) }
}

function round6(value: number): number {
  return Number(value.toPrecision(6))
}
