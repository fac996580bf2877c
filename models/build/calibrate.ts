import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { HISTOGRAM_LENGTH } from '../../src/vision/colour-histogram.ts'
import { type DecisionRule, type Logistic, probability } from '../../src/vision/decide.ts'
import { INPUT_SIDE } from '../../src/vision/input-side.ts'
import { roughVector } from '../../src/vision/rough-vector.ts'
import { fitLogistic } from './fit-logistic.ts'
import { type Labelled, type Outcome, play, type Scene, scenesOf } from './scenes.ts'

// Fits the decision on folds of the developer set, and writes models/manifest.json. In the figures that are printed, neither
// rule nor thresholds saw a photo of the product that they judge; what the projection left out is a row of its own. Usage: node models/build/calibrate.ts DEVELOPER PIXELS WORK OUT
const [developer = '', pixels = '', work = '', out = ''] = process.argv.slice(2)
const LENGTH = 256
/** What *sure* has to be right in, and what *few* may lose of the known. */
const PRECISION = 0.92
const MOST_LOST = 0.1
const FITS = 0.7
const CATEGORY_SHARE = 0.5

type Judged = Outcome & { first: number; three: number }
type Row = { fine: string; coarse: string; split: string }
const labels: Labelled[] = parse<Row>(readFileSync(join(developer, 'labels.csv')), {
  columns: true,
}).map(({ fine, coarse, split }) => ({ product: fine, category: coarse, split }))
const folds = JSON.parse(readFileSync(join(work, 'folds.json'), 'utf8')) as string[][]
const scenes = scenesOf(labels, folds)
/** Every sixth product: large enough groups to judge, and enough of the others to learn from. */
const GROUPS = 6
const products = [...new Set(labels.map(({ product }) => product))].sort()
const groups = Array.from(
  { length: GROUPS },
  (_, group) => new Set(products.filter((_, at) => at % GROUPS === group)),
)
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
  // For the figures: neither the rule nor its threshold ever saw a photo of the product that they judge.
  const figures = groups.flatMap((group) => {
    const others = outcomes.filter(({ product }) => !group.has(product))
    const sure = sureFrom(judgedApart(others))
    return judged(outcomes, others, group).map((each) => ({ ...each, isSure: each.first >= sure }))
  })
  report(name, figures)
  const apart = judgedApart(outcomes)
  const few = quantile(
    apart.flatMap(({ scene, isKnown, three }) => (isKnown && !isSmall(scene) ? [three] : [])),
    MOST_LOST,
  )
  const behind = outcomes.flatMap((each) => each.behind ?? [])
  return {
    first: fit(outcomes, ({ isFirst }) => isFirst),
    three: fit(outcomes, ({ isThree }) => isThree),
    category: fit(outcomes, ({ isCategory }) => isCategory),
    sure: rounded(sureFrom(apart)),
    few: rounded(few),
    fits: FITS,
    gap: rounded(quantile(behind, 0.98)),
    twins: rounded(quantile(sameProduct(vectors), 0.5)),
  }
}

function fit(kept: readonly Outcome[], isTrue: (each: Outcome) => boolean): Logistic {
  return fitLogistic(
    kept.map((each) => ({ values: each.values, isTrue: isTrue(each), weight: weightOf(each) })),
  )
}

/** What a rule fitted to `learned` says of those of `outcomes` that are of these products. */
function judged(
  outcomes: readonly Outcome[],
  learned: readonly Outcome[],
  group: ReadonlySet<string>,
): Judged[] {
  const first = fit(learned, ({ isFirst }) => isFirst)
  const three = fit(learned, ({ isThree }) => isThree)
  return outcomes
    .filter(({ product }) => group.has(product))
    .map((each) => ({
      ...each,
      first: probability(first, each.values),
      three: probability(three, each.values),
    }))
}

/** Each judged by a rule that saw no photo of its product. */
function judgedApart(outcomes: readonly Outcome[]): Judged[] {
  return groups.flatMap((group) =>
    judged(
      outcomes,
      outcomes.filter(({ product }) => !group.has(product)),
      group,
    ),
  )
}

/** From which probability on *sure* is right often enough in the larger shops, where more than the first can be meant. */
function sureFrom(apart: readonly Judged[]): number {
  return leastFor(
    apart.filter(({ scene }) => !isSmall(scene)),
    PRECISION,
  )
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

function report(name: string, figures: readonly (Judged & { isSure: boolean })[]): void {
  process.stdout.write(
    `\n${name}: scene, queries, known, top-1, top-3, category, AUROC near, far, sure: precision, coverage, strangers mistaken, ECE\n`,
  )
  const scenes = [...new Set(figures.map((each) => each.scene))]
  const rows = scenes.flatMap((scene) => {
    const own = figures.filter((each) => each.scene === scene)
    if (!scene.startsWith('newcomers')) return [{ scene, own }]
    const alone = own.filter(({ isNewcomer, isKnown }) => isNewcomer || !isKnown)
    return [
      { scene, own },
      { scene: `${scene}: they alone`, own: alone },
    ]
  })
  const large = figures.filter(({ scene }) => !isSmall(scene))
  for (const { scene, own } of [...rows, { scene: 'all large', own: large }]) {
    const known = own.filter(({ isKnown }) => isKnown)
    const strangers = own.filter(({ isKnown }) => !isKnown)
    const named = own.filter(({ isSure }) => isSure)
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
      percent(known, ({ isSure }) => isSure),
      percent(strangers, ({ isSure }) => isSure),
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
