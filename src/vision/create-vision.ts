import { join } from 'node:path'
import type { Match, ProductRef, Sighting } from '../domain/sighting.ts'
import type { Asked, Vision } from '../ports/vision.ts'
import { categoryOfClasses, readClassCategories } from './class-categories.ts'
import { createCodeReader } from './code-reader.ts'
import { sureness } from './decide.ts'
import { decodeLarger, decodePhoto } from './decode-photo.ts'
import { byModel, byOutlines } from './describe-picture.ts'
import { keepPicture } from './keep-picture.ts'
import { readManifest } from './manifest.ts'
import { createMatchProducts } from './match-products.ts'
import { createOneAtATime } from './one-at-a-time.ts'
import type { Raster } from './raster.ts'
import { createSightThread } from './sight-thread.ts'
import { surest } from './surest.ts'
import { cut, viewsOf } from './views.ts'

/** The name under which vectors stand that were made without a model; to be changed when they are made in another way. */
const ROUGH_MODEL = 'colours-and-outlines-1'
/** Milliseconds for a second, harder look for codes. */
const RETRY_MS = 400
/** Above every probability: what is told by colours and outlines is a proposal, however like it looks. */
const NEVER = 2
const THREADS = 2
const LIMITS = { mostWaiting: 64, patienceMs: 15_000 }
const MOST_RANKED = 60

/** What is said of a photo that the model could not be asked about. */
const UNMATCHED: Match = {
  verdict: 'none',
  products: [],
  soldOut: null,
  category: null,
  isRough: true,
}

/** The steps of looking at a photo. */
export type VisionStep = 'decode' | 'codes' | 'numbers' | 'describe' | 'match' | 'retry' | 'look'

/** What the photo terminal needs from the rest of the program. */
export type VisionParts = {
  /** The folder with manifest.json, the model, and its classes. */
  models: string
  /** A category and what it stands under, the narrowest first. */
  lineOf: (category: number) => readonly number[]
  /** Which of these have something for sale. */
  sellable: (products: readonly ProductRef[]) => Promise<ProductRef[]>
  /** Does some seller have a product of this number? */
  hasNumber: (digits: string) => Promise<boolean>
  /** How long a step took, in milliseconds: for measuring. */
  onStep?: (step: VisionStep, ms: number) => void
  /** The model cannot be used, for good or for a photo: why. */
  onNoModel: (reason: string) => void
}

/**
 * The photo terminal: codes first, then the model. When the model is missing, damaged or another one than the manifest says,
 * codes are still read, and products are told by colours and outlines. @throws Error when the manifest cannot be read
 */
export async function createVision(
  parts: VisionParts,
): Promise<Vision & { close(): Promise<void> }> {
  const { models } = parts
  const manifest = readManifest(join(models, 'manifest.json'))
  const { file, sha256 } = manifest.model
  const thread = createSightThread({ path: join(models, file), sha256, threads: THREADS })
  const reader = createCodeReader()
  const trouble = await thread.ask('check', null)
  if (trouble !== null) parts.onNoModel(trouble)
  const isRough = trouble !== null
  const model = isRough ? ROUGH_MODEL : sha256
  const rule = isRough ? { ...manifest.roughDecision, sure: NEVER } : manifest.decision
  const describe = isRough ? byOutlines : byModel(thread)
  const categories = readClassCategories(join(models, 'classes.tsv'))
  const { categoryShare: share } = manifest
  const matchProducts = createMatchProducts({
    ask: thread.ask,
    rule,
    isRough,
    sellable: parts.sellable,
    categoryOf: (classes) =>
      categoryOfClasses(classes, { categories, lineOf: parts.lineOf, share }),
  })
  const oneAtATime = createOneAtATime(LIMITS)

  async function timed<T>(step: VisionStep, work: () => Promise<T>): Promise<T> {
    const start = performance.now()
    const result = await work()
    parts.onStep?.(step, performance.now() - start)
    return result
  }

  async function look(bytes: Uint8Array, asked: Asked): Promise<Sighting> {
    const raster = await timed('decode', () => decodePhoto(bytes))
    const codes = await timed('codes', () => reader.codes(raster))
    if (codes.some(asked.isOurs)) return { codes, numbers: [], probableNumbers: [], match: null }
    const [numbers, match] = await Promise.all([
      timed('numbers', () => reader.numbers(raster)),
      matchViews(raster, asked),
    ])
    const found = { codes, numbers, probableNumbers: [], match }
    if (match.verdict === 'sure' || codes.length + numbers.length > 0) return found
    return { ...found, ...(await timed('retry', () => lookHarder(bytes, raster, found, asked))) }
  }

  /** The view that says most counts, and of equal ones the widest. Without the model codes are read all the same. */
  async function matchViews(raster: Raster, { space }: Asked): Promise<Match> {
    const matches: Match[] = []
    for (const view of viewsOf(raster)) {
      const described = await timed('describe', () => describe(cut(raster, view))).catch(noModel)
      if (described === null) return UNMATCHED
      matches.push(await timed('match', () => matchProducts(described, space)))
    }
    return surest(matches)
  }

  function noModel(thrown: unknown): null {
    parts.onNoModel(thrown instanceof Error ? thrown.message : String(thrown))
    return null
  }

  async function lookHarder(
    bytes: Uint8Array,
    raster: Raster,
    found: Sighting,
    { isOurs }: Asked,
  ): Promise<Partial<Sighting>> {
    const { codes, probableNumbers } = await reader.retry(raster, {
      isOurs,
      hasNumber: parts.hasNumber,
      larger: () => decodeLarger(bytes),
      budgetMs: RETRY_MS,
    })
    return { codes, probableNumbers, match: codes.some(isOurs) ? null : found.match }
  }

  async function vectorsOf(raster: Raster) {
    const { vector } = await describe(raster)
    return { model, vectors: new Uint8Array(vector.buffer) }
  }

  return {
    model,
    isRough,
    look: (bytes, asked) => oneAtATime(() => timed('look', () => look(bytes, asked))),
    vectorsOf: (bytes) => oneAtATime(async () => vectorsOf(await decodePhoto(bytes))),
    keep: (bytes) =>
      oneAtATime(async () => {
        const raster = await decodePhoto(bytes)
        const picture = await keepPicture(raster)
        return { picture, ...(await vectorsOf(raster)) }
      }),
    async nearest(vectors, limit, without = []) {
      const vector = new Float32Array(Uint8Array.from(vectors).buffer)
      const asked = { vector, limit: MOST_RANKED, issuer: null, without }
      const ranked = await thread.ask('rank', asked)
      return ranked.slice(0, limit).map(({ product }, place) => ({
        product,
        sureness: place === 0 ? sureness(ranked, rule) : 0,
      }))
    },
    async put(pictures) {
      await thread.ask('put', pictures)
    },
    async drop(ids) {
      await thread.ask('drop', ids)
    },
    async close() {
      await reader.close()
      await thread.close()
    },
  }
}
