import type { CodeLabel } from './code-labels.ts'
import type { PictureRead, Read } from './picture-read.ts'

/** How often what was read is what is there, something else, or nothing. With `none` on the picture nothing is right. */
export type Tally = { right: number; wrong: number; none: number }

const STAGES = ['asSent', 'withRetries', 'terminal'] as const

/** Up to which step a picture was read. */
export type Stage = (typeof STAGES)[number]

/** How well codes were read, by what is on the pictures. */
export type CodeScores = {
  pictures: number
  kinds: Record<string, { labels: number } & Record<Stage, Tally>>
  /** Pictures that the terminal does not read as labelled: what it read instead, if anything. */
  missed: { file: string; kind: string; read: string[] }[]
  /** Milliseconds, median and 95th percentile. The second look happens only where the first finds nothing. */
  ms: Record<'decode' | 'first' | 'second', { p50: number; p95: number }>
}

/** Compares what was read with what is there. Whatever is read beside what the labels of a picture say is wrong. */
export function scoreCodes(
  pictures: readonly PictureRead[],
  isLabelled: (label: CodeLabel, read: Read) => boolean,
): CodeScores {
  const outcome = (label: CodeLabel, all: readonly CodeLabel[], reads: readonly Read[]) => {
    if (reads.some((read) => !all.some((each) => isLabelled(each, read)))) return 'wrong'
    if (label.kind === 'none') return 'right'
    return reads.some((read) => isLabelled(label, read)) ? 'right' : 'none'
  }
  const kinds: CodeScores['kinds'] = {}
  const missed: CodeScores['missed'] = []
  for (const picture of pictures) {
    for (const label of picture.labels) {
      kinds[label.kind] ??= { labels: 0, asSent: empty(), withRetries: empty(), terminal: empty() }
      const own = kinds[label.kind]
      if (own === undefined) continue
      own.labels += 1
      for (const stage of STAGES) own[stage][outcome(label, picture.labels, picture[stage])] += 1
      if (outcome(label, picture.labels, picture.terminal) === 'right') continue
      missed.push({
        file: label.file,
        kind: label.kind,
        read: picture.terminal.map(({ text }) => text),
      })
    }
  }
  const ms = {
    decode: percentiles(pictures.map((picture) => picture.ms.decode)),
    first: percentiles(pictures.map((picture) => picture.ms.first)),
    second: percentiles(
      pictures.flatMap(({ ms: { second } }) => (second === null ? [] : [second])),
    ),
  }
  return { pictures: pictures.length, kinds, missed, ms }
}

function empty(): Tally {
  return { right: 0, wrong: 0, none: 0 }
}

function percentiles(values: readonly number[]): { p50: number; p95: number } {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
    return Math.round(value * 10) / 10
  }
  return { p50: at(0.5), p95: at(0.95) }
}
