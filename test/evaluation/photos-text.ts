import { inColumns } from './in-columns.ts'
import type { PhotosFound } from './photos.ts'

/** What the evaluation of photos found, for people. */
export function photosText({ model, catalogue, scores, latency }: PhotosFound): string {
  const of = (value: number | null) => (value === null ? '–' : `${(100 * value).toFixed(1)} %`)
  const plain = (value: number | null) => (value === null ? '–' : value.toFixed(3))
  const rows = [
    ['catalogue pictures', String(catalogue)],
    ['queries', String(scores.queries)],
    ['  known, near unknown, far unknown', `${scores.known}, ${scores.near}, ${scores.far}`],
    ['top-1 of known', of(scores.top1)],
    ['top-3 of known', of(scores.top3)],
    ['category', of(scores.category)],
    ['AUROC known against near', plain(scores.aurocNear)],
    ['AUROC known against far', plain(scores.aurocFar)],
    ['sure: precision', of(scores.surePrecision)],
    ['sure: coverage of known', of(scores.sureCoverage)],
    ['calibration error', plain(scores.calibrationError)],
    ...Object.entries(scores.verdicts).map(([verdict, count]) => [
      `answered: ${verdict}`,
      String(count),
    ]),
  ]
  const ms = (value: number) => value.toFixed(1)
  const times = Object.entries(latency.steps).map(([step, { count, p50, p95, ratio }]) => [
    step,
    String(count),
    ms(p50),
    ms(p95),
    latency.inference.p50 === 0 ? '–' : ratio.toFixed(2),
  ])
  const { p50, p95 } = latency.inference
  const heading = ['step', 'photos', 'p50 ms', 'p95 ms', 'ratio to inference']
  const raw = ['raw inference', '', ms(p50), ms(p95), '1.00']
  return `Model ${model}\n${inColumns(rows)}\n\n${inColumns([heading, raw, ...times])}`
}
