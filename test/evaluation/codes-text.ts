import { inColumns } from './in-columns.ts'
import type { CodeScores, Tally } from './score-codes.ts'

/** What an evaluation of codes found, for people. */
export function codesText({ pictures, kinds, missed, ms }: CodeScores): string {
  const rows = Object.entries(kinds)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([kind, { labels, asSent, withRetries, terminal }]) => [
      kind,
      String(labels),
      ...[asSent, withRetries, terminal].map((tally) => cell(tally)),
      `${((100 * terminal.right) / labels).toFixed(1)} %`,
    ])
  const head = ['kind', 'labels', 'as sent', 'with retries', 'terminal', 'right']
  const times = Object.entries(ms).map(([step, { p50, p95 }]) => `${step} ${p50}/${p95}`)
  const lines = missed.map(({ file, kind, read }) => {
    const what = read.length === 0 ? 'nothing' : read.map((text) => JSON.stringify(text)).join(', ')
    return `  ${file} (${kind}): ${what}`
  })
  return [
    `${pictures} pictures; each cell is right / wrong / nothing read. Anything read that no label of a picture names is wrong.`,
    '"As sent": the first look. "With retries": also a harder look where that found nothing. "Terminal": of the numbers of',
    'that harder look only those in the catalogue, which here are the numbers in labels.csv and nothing else: a number that',
    "is misread as one of another picture counts as wrong. A seller's catalogue is larger, so that more could be.",
    '',
    inColumns([head, ...rows]),
    '',
    `ms (p50/p95): ${times.join(' · ')}`,
    ...(lines.length === 0 ? [] : ['', 'Not read as labelled:', ...lines]),
  ].join('\n')
}

function cell({ right, wrong, none }: Tally): string {
  return `${right} / ${wrong} / ${none}`
}
