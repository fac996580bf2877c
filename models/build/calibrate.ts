import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { HISTOGRAM_LENGTH } from '../../src/vision/colour-histogram.ts'
import { type DecisionRule, type Logistic, probability } from '../../src/vision/decide.ts'
import { INPUT_SIDE } from '../../src/vision/input-side.ts'
import { roughVector } from '../../src/vision/rough-vector.ts'
import { fitLogistic } from './fit-logistic.ts'
import { type Labelled, type Outcome, play, type Scene, scenesOf } from './scenes.ts'

// Fits the decision on folds of the developer set, and writes models/manifest.json. Every figure that is printed is of
// products and photos that nothing was learned from: the projection left the fold's products out, and the rule was fitted
// on the other folds. Usage: node models/build/calibrate.ts DEVELOPER PIXELS WORK OUT
const [developer = '', pixels = '', work = '', out = ''] = process.argv.slice(2)
const LENGTH = 256
/** What *sure* has to be right in, and what *few* may lose of the known. */
const PRECISION = 0.93
const MOST_LOST = 0.1
const FITS = 0.7
const CATEGORY_SHARE = 0.5

type Row = { fine: string; coarse: string; split: string }
const labels: Labelled[] = parse<Row>(readFileSync(join(developer, 'labels.csv')), {
  columns: true,
}).map(({ fine, coarse, split }) => ({ product: fine, category: coarse, split }))
const folds = JSON.parse(readFileSync(join(work, 'folds.json'), 'utf8')) as string[][]
const scenes = scenesOf(labels, folds)
const learned = readFloats(join(work, 'folds.bin'))
const rough = roughVectors()

const byModel = (scene: Scene) => (at: number) => {
  const from = (scene.fold * labels.length + at) * LENGTH
  return learned.subarray(from, from + LENGTH)
}
const decision = calibrate('with the model', byModel)
const roughDecision = calibrate(
  'by colours and outlines',
  () => (at) => rough[at] ?? new Float32Array(),
)
const { sha256 } = JSON.parse(readFileSync(join(work, 'build.json'), 'utf8')) as { sha256: string }
const manifest = {
  model: { file: 'terminal.onnx', sha256, licence: 'Apache-2.0', embedding: LENGTH, classes: 1000 },
  decision,
  roughDecision,
  categoryShare: CATEGORY_SHARE,
}
writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)

function calibrate(
  name: string,
  vectors: (scene: Scene) => (at: number) => Float32Array,
): DecisionRule {
  const outcomes = scenes.flatMap((scene) => play(scene, labels, vectors(scene)))
  const fit = (kept: readonly Outcome[], isTrue: (each: Outcome) => boolean): Logistic =>
    fitLogistic(
      kept.map((each) => ({ values: each.values, isTrue: isTrue(each), weight: weightOf(each) })),
    )
  // For the figures and the thresholds: a rule that never saw the fold it judges.
  const judged = folds.flatMap((_, fold) => {
    const others = outcomes.filter((each) => each.fold !== fold)
    const first = fit(others, ({ isFirst }) => isFirst)
    const three = fit(others, ({ isThree }) => isThree)
    return outcomes
      .filter((each) => each.fold === fold)
      .map((each) => ({
        ...each,
        first: probability(first, each.values),
        three: probability(three, each.values),
      }))
  })
  const shops = judged.filter(({ scene }) => !isSmall(scene))
  const sure = leastFor(shops, PRECISION)
  const few = quantile(
    shops.filter(({ isKnown }) => isKnown).map(({ three }) => three),
    MOST_LOST,
  )
  report(name, judged, sure)
  const behind = outcomes.flatMap((each) => each.behind ?? [])
  return {
    first: fit(outcomes, ({ isFirst }) => isFirst),
    three: fit(outcomes, ({ isThree }) => isThree),
    category: fit(outcomes, ({ isCategory }) => isCategory),
    sure: rounded(sure),
    few: rounded(few),
    fits: FITS,
    gap: rounded(quantile(behind, 0.98)),
    twins: rounded(quantile(sameProduct(vectors), 0.5)),
  }
}

/** There are many small shops, in which nearly everything is unknown: together they count about as much as the others. */
function weightOf({ scene }: Outcome): number {
  return isSmall(scene) ? 0.4 : 1
}

function isSmall(scene: string): boolean {
  return scene.startsWith('shop')
}

/** How like the pictures of one product are to each other, at best, in each product that nothing was learned from. */
function sameProduct(vectors: (scene: Scene) => (at: number) => Float32Array): number[] {
  const strangers = scenes.filter(({ name }) => name === 'strangers')
  return strangers.flatMap((scene) => {
    const vectorOf = vectors(scene)
    return (folds[scene.fold] ?? []).map((product) => {
      const own = labels.flatMap((each, at) => (each.product === product ? [at] : []))
      const [half, others] = [own.filter((at) => at % 2 === 0), own.filter((at) => at % 2 === 1)]
      return Math.max(
        -1,
        ...half.flatMap((one) => others.map((other) => dot(vectorOf(one), vectorOf(other)))),
      )
    })
  })
}

type Judged = Outcome & { first: number; three: number }

/** The least probability from which on answers are right as often as asked. */
function leastFor(judged: readonly Judged[], precision: number): number {
  const sorted = judged.toSorted((one, other) => other.first - one.first)
  let right = 0
  let least = 1
  for (const [place, { first, isFirst }] of sorted.entries()) {
    right += Number(isFirst)
    if (right / (place + 1) >= precision) least = first
  }
  return least
}

function report(name: string, judged: readonly Judged[], sure: number): void {
  process.stdout.write(
    `\n${name}: scene, queries, known, top-1, top-3, category, AUROC near, far, sure: precision, coverage, ECE\n`,
  )
  for (const scene of new Set(judged.map((each) => each.scene))) {
    const own = judged.filter((each) => each.scene === scene)
    const known = own.filter(({ isKnown }) => isKnown)
    const strangers = own.filter(({ isKnown }) => !isKnown)
    const named = own.filter(({ first }) => first >= sure)
    const cells = [
      scene,
      own.length,
      known.length,
      percent(known, ({ isFirst }) => isFirst),
      percent(known, ({ isThree }) => isThree),
      percent(known, ({ isCategory }) => isCategory),
      auroc(
        known,
        strangers.filter(({ isNear }) => isNear),
      ),
      auroc(
        known,
        strangers.filter(({ isNear }) => !isNear),
      ),
      percent(named, ({ isFirst }) => isFirst),
      percent(known, ({ first }) => first >= sure),
      calibrationError(own).toFixed(3),
    ]
    process.stdout.write(`${cells.join('\t')}\n`)
  }
}

function percent<T>(all: readonly T[], is: (each: T) => boolean): string {
  return all.length === 0 ? '–' : ((100 * all.filter(is).length) / all.length).toFixed(1)
}

function auroc(known: readonly Judged[], strangers: readonly Judged[]): string {
  let above = 0
  for (const one of known)
    for (const other of strangers)
      above += one.first > other.first ? 1 : one.first === other.first ? 0.5 : 0
  return (above / (known.length * strangers.length)).toFixed(3)
}

function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: 10 }, (_, bin) =>
    judged.filter(({ first }) => Math.min(9, Math.floor(first * 10)) === bin),
  )
  return bins.reduce((sum, bin) => {
    const gap = bin.reduce((all, { first, isFirst }) => all + first - Number(isFirst), 0)
    return sum + Math.abs(gap) / judged.length
  }, 0)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0
}

function rounded(value: number): number {
  return Number(value.toFixed(4))
}

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
}

function readFloats(path: string): Float32Array {
  const bytes = readFileSync(path)
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}

function roughVectors(): Float32Array[] {
  const bytes = readFileSync(pixels)
  const [square, colours] = [INPUT_SIDE * INPUT_SIDE * 3, HISTOGRAM_LENGTH * 4]
  return labels.map((_, at) => {
    const from = at * (square + colours)
    const own = Uint8Array.from(bytes.subarray(from + square, from + square + colours))
    return roughVector({
      pixels: Uint8Array.from(bytes.subarray(from, from + square)),
      colours: new Float32Array(own.buffer),
    })
  })
}
