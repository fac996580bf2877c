import {
  limits,
  type Measure,
  type Measured,
  measures,
  type PhotosResult,
  type Unit,
} from './photos-result.ts'

const units: Record<Unit, string> = {
  inferences: '× inference',
  'ten photos': '× ten in a row',
  ms: 'ms',
  MB: 'MB',
}

/** Head and rows as texts: what was measured, its limit, and whether it is kept. */
export function photosTable({ inferenceMs, measured }: PhotosResult): string[][] {
  const rows = measures.map((measure) => {
    const { value, unit, ms } = measured[measure]
    const limit = limits[measure]
    return [
      measure,
      `${shown(value)} ${units[unit]}`,
      limit === undefined ? '-' : String(limit),
      ms === null ? '-' : shown(ms),
      limit === undefined ? '-' : value <= limit ? 'kept' : 'missed',
    ]
  })
  const raw = ['raw inference', '1 × inference', '-', shown(inferenceMs), '-']
  return [['measure', 'value', 'limit', 'ms', ''], raw, ...rows]
}

/** The measures above their limit. */
export function missed({ measured }: PhotosResult): Measure[] {
  return measures.filter(
    (measure) => measured[measure].value > (limits[measure] ?? Number.POSITIVE_INFINITY),
  )
}

function shown(value: Measured['value']): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
