import { join } from 'node:path'
import { AppError } from '../domain/errors.ts'
import type { Account } from '../domain/ids.ts'
import type { Match, ProductRef, Sighting } from '../domain/sighting.ts'
import type { Asked, PictureVectors, Vision } from '../ports/vision.ts'
import { checkModel } from './check-model.ts'
import { categoryOfClasses, readClassCategories } from './class-categories.ts'
import { createCodeReader } from './code-reader.ts'
import { sureness } from './decide.ts'
import { readManifest } from './manifest.ts'
import { createMatchProducts } from './match-products.ts'
import { createOneAtATime } from './one-at-a-time.ts'
import { createSightProcess, SightLost } from './sight-process.ts'
import type { OpenPicture } from './sight-questions.ts'
import { surest } from './surest.ts'
import { type View, viewsOf, wholeOf } from './views.ts'

/** The name under which vectors stand that were made without a model; to be changed when they are made in another way. */
const ROUGH_MODEL = 'colours-and-outlines-1'
/** Milliseconds for a second, harder look for codes. */
const RETRY_MS = 400
/** Above every probability: what is told by colours and outlines is a proposal, however like it looks. */
const NEVER = 2
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
  const path = join(models, file)
  const trouble = await checkModel(path, sha256)
  if (trouble !== null) parts.onNoModel(trouble)
  const isRough = trouble !== null
  const model = isRough ? ROUGH_MODEL : sha256
  const rule = isRough ? { ...manifest.roughDecision, sure: NEVER } : manifest.decision
  const categories = readClassCategories(join(models, 'classes.tsv'))
  const { categoryShare: share } = manifest
  const { ask, abandon, close } = createSightProcess(path)
  const reader = createCodeReader((picture: OpenPicture, question) =>
    ask('texts', { picture, ...question }),
  )
  const matchProducts = createMatchProducts({
    ask,
    rule,
    isRough,
    sellable: parts.sellable,
    categoryOf: (classes) =>
      categoryOfClasses(classes, { categories, lineOf: parts.lineOf, share }),
  })
  const oneAtATime = createOneAtATime({ ...LIMITS, abandon })

  /** A photo that ends the process twice cannot be read: what else ends it does not come twice in a row. */
  async function withPhoto<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await oneAtATime(work)
    } catch (thrown) {
      if (!(thrown instanceof SightLost)) throw thrown
    }
    try {
      return await oneAtATime(work)
    } catch (thrown) {
      if (!(thrown instanceof SightLost)) throw thrown
      throw new AppError('PHOTO_UNREADABLE', { cause: thrown })
    }
  }

  async function timed<T>(step: VisionStep, work: () => Promise<T>): Promise<T> {
    const start = performance.now()
    const result = await work()
    parts.onStep?.(step, performance.now() - start)
    return result
  }

  async function look(bytes: Uint8Array, asked: Asked): Promise<Sighting> {
    const picture = await timed('decode', () => ask('open', bytes))
    const read = await timed('codes', () => reader.codes(picture))
    const codes = read ?? []
    if (codes.some(asked.isOurs)) return { codes, numbers: [], probableNumbers: [], match: null }
    // A picture in which it takes too long to look for codes is made for that, and gets no second look.
    const [numbers, match] = await Promise.all([
      read === null ? null : timed('numbers', () => reader.numbers(picture)),
      matchViews(picture, asked),
    ])
    const found = { codes, numbers: numbers ?? [], probableNumbers: [], match }
    const isEnough = match.verdict === 'sure' || codes.length + found.numbers.length > 0
    if (isEnough || numbers === null) return found
    return { ...found, ...(await timed('retry', () => lookHarder(picture, found, asked))) }
  }

  /** The view that says most counts, and of equal ones the widest. Without the model codes are read all the same. */
  async function matchViews(picture: OpenPicture, { space }: Asked): Promise<Match> {
    const matches: Match[] = []
    for (const view of viewsOf(picture)) {
      const match = await matchView(picture, view, space).catch(noModel)
      if (match === null) return UNMATCHED
      matches.push(match)
    }
    return surest(matches)
  }

  async function matchView(picture: OpenPicture, view: View, space: Account | null) {
    const described = await timed('describe', () => describe(picture, view))
    return timed('match', () => matchProducts(described, space))
  }

  function describe(picture: OpenPicture, view: View) {
    return ask('describe', { picture, view, by: isRough ? 'outlines' : 'model' })
  }

  function noModel(thrown: unknown): null {
    if (thrown instanceof SightLost || thrown instanceof AppError) throw thrown
    parts.onNoModel(thrown instanceof Error ? thrown.message : String(thrown))
    return null
  }

  async function lookHarder(
    picture: OpenPicture,
    found: Sighting,
    { isOurs }: Asked,
  ): Promise<Partial<Sighting>> {
    const { codes, probableNumbers } = await reader.retry(picture, {
      isOurs,
      hasNumber: parts.hasNumber,
      larger: () => ask('enlarge', picture),
      budgetMs: RETRY_MS,
    })
    return { codes, probableNumbers, match: codes.some(isOurs) ? null : found.match }
  }

  async function vectorsOf(picture: OpenPicture): Promise<PictureVectors> {
    const { vector } = await describe(picture, wholeOf(picture))
    // A copy: what comes from the process is a part of its whole message.
    return { model, vectors: new Uint8Array(Float32Array.from(vector).buffer) }
  }

  return {
    model,
    isRough,
    look: (bytes, asked) => withPhoto(() => timed('look', () => look(bytes, asked))),
    vectorsOf: (bytes) => withPhoto(async () => vectorsOf(await ask('open', bytes))),
    keep: (bytes) =>
      withPhoto(async () => {
        const picture = await ask('open', bytes)
        return { picture: await ask('keep', picture), ...(await vectorsOf(picture)) }
      }),
    async nearest(vectors, limit, without = []) {
      const vector = new Float32Array(Uint8Array.from(vectors).buffer)
      const asked = { vector, limit: MOST_RANKED, issuer: null, without }
      const ranked = await ask('rank', asked)
      return ranked.slice(0, limit).map(({ product }, place) => ({
        product,
        sureness: place === 0 ? sureness(ranked, rule) : 0,
      }))
    },
    async put(pictures) {
      await ask('put', pictures)
    },
    async drop(ids) {
      await ask('drop', ids)
    },
    close,
  }
}
