import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toAppError } from '../../src/domain/errors.ts'
import type { Account } from '../../src/domain/ids.ts'
import type { ProductRef, Verdict } from '../../src/domain/sighting.ts'
import type { Vision } from '../../src/ports/vision.ts'
import { createVision, type VisionStep } from '../../src/vision/create-vision.ts'
import { type Latency, latencyOf } from './latency.ts'
import { rawInference } from './raw-inference.ts'
import { EvaluationProblem, readLabels } from './read-labels.ts'
import { type PhotoScores, type Query, scorePhotos } from './score-photos.ts'

/** What the evaluation of photos found. */
export type PhotosFound = {
  model: string
  catalogue: number
  scores: PhotoScores
  latency: Latency
}

const MODELS = join(import.meta.dirname, '..', '..', 'models')
/** One seller has everything: who sells what plays no part. */
const SELLER = '0x0000000000000000000000000000000000000001' as Account
const NAMED = 3

/**
 * Shows the photo terminal every picture of a catalogue as a product's picture, then asks it about every query. A query
 * whose product is not in the catalogue is unknown: near when its category is there, far otherwise. Labels are names and
 * nothing else: other names for them, and another order, give the same scores.
 * @throws EvaluationProblem when a folder or a picture cannot be read
 */
export async function evaluatePhotos(catalogue: string, queries: string): Promise<PhotosFound> {
  const columns = ['file', 'product', 'category'] as const
  const shown = readLabels(catalogue, columns)
  const asked = readLabels(queries, columns)
  const categories = [...new Set([...shown, ...asked].map(({ category }) => category))]
  const numberOf = (category: string) => categories.indexOf(category) + 1
  const times = new Map<VisionStep, number[]>()
  const vision = await createVision({
    models: MODELS,
    lineOf: (category) => [category],
    sellable: async (products: readonly ProductRef[]) => [...products],
    hasNumber: async () => false,
    onStep: (step, ms) => times.set(step, [...(times.get(step) ?? []), ms]),
    onNoModel: (reason) => process.stderr.write(`Without the model: ${reason}\n`),
  })
  const known = new Map(shown.map(({ product, category }) => [product, category]))
  const kinds = new Set(known.values())

  for (const [id, { file, product, category }] of sorted(catalogue, shown).entries()) {
    const { vectors } = await vision.vectorsOf(read(catalogue, file)).catch(unreadable(file))
    const ref = { issuer: SELLER, number: product }
    await vision.put([{ id, product: ref, category: numberOf(category), vectors }])
  }
  times.clear()

  const judged: Query[] = []
  for (const { file, product, category } of sorted(queries, asked)) {
    const { verdict, nearest } = await looked(vision, read(queries, file), file)
    judged.push({
      place: nearest.findIndex((each) => each.product.number === product),
      isKnown: known.has(product),
      isNear: !known.has(product) && kinds.has(category),
      hasCategory: kinds.has(category),
      isCategory: known.get(nearest[0]?.product.number ?? '') === category,
      sureness: nearest[0]?.sureness ?? 0,
      verdict,
    })
  }
  const raw = await rawInference(MODELS)
  await vision.close()
  return {
    model: vision.model,
    catalogue: shown.length,
    scores: scorePhotos(judged),
    latency: latencyOf(times, raw),
  }
}

type Looked = { verdict: Verdict; nearest: Awaited<ReturnType<Vision['nearest']>> }

/** A query that cannot be opened is one of which nothing is said, as in the chat: a single file does not end an evaluation. */
async function looked(vision: Vision, bytes: Uint8Array, file: string): Promise<Looked> {
  try {
    const { match } = await vision.look(bytes, { space: null, isOurs: () => false })
    const { vectors } = await vision.vectorsOf(bytes)
    return { verdict: match?.verdict ?? 'none', nearest: await vision.nearest(vectors, NAMED) }
  } catch (error) {
    const { code } = toAppError(error)
    process.stderr.write(`"${file}" could not be looked at and counts as not recognised: ${code}\n`)
    return { verdict: 'none', nearest: [] }
  }
}

/** In the order of what is in the files: neither the order of the rows nor a name plays a part, not even in the last digit. */
function sorted<T extends { file: string }>(folder: string, rows: readonly T[]): T[] {
  const hashed = rows.map((row) => {
    const hash = createHash('sha256').update(read(folder, row.file)).digest('hex')
    return { row, hash }
  })
  return hashed
    .toSorted((one, other) => (one.hash < other.hash ? -1 : one.hash > other.hash ? 1 : 0))
    .map(({ row }) => row)
}

function read(folder: string, file: string): Buffer {
  try {
    return readFileSync(join(folder, file))
  } catch (error) {
    throw new EvaluationProblem(`"${file}" cannot be read in "${folder}".`, { cause: error })
  }
}

function unreadable(file: string): (error: unknown) => never {
  return (error) => {
    throw new EvaluationProblem(`"${file}" is no picture that can be looked at.`, { cause: error })
  }
}
