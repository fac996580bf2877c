/** Milliseconds of a step, and its middle as a ratio to the middle of raw inference. */
export type StepTime = { count: number; p50: number; p95: number; ratio: number }

/** How long the steps of looking at photos took, in the same process as the inference they are compared with. */
export type Latency = { inference: { p50: number; p95: number }; steps: Record<string, StepTime> }

/** Sums up measured milliseconds. */
export function latencyOf(
  times: ReadonlyMap<string, readonly number[]>,
  raw: readonly number[],
): Latency {
  const inference = { p50: quantile(raw, 0.5), p95: quantile(raw, 0.95) }
  const steps = [...times].map(([step, all]) => {
    const p50 = quantile(all, 0.5)
    const time = { count: all.length, p50, p95: quantile(all, 0.95), ratio: p50 / inference.p50 }
    return [step, time] as const
  })
  return { inference, steps: Object.fromEntries(steps) }
}

/** The value below which this share of all lies; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0
}
