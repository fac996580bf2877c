import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import type { ProductRef } from '../domain/sighting.ts'
import type { GalleryPicture } from '../ports/vision.ts'
import { HISTOGRAM_LENGTH } from './colour-histogram.ts'
import { createGallery, type RankAsked, type Ranked } from './gallery.ts'
import { INPUT_SIDE } from './input-side.ts'
import type { ModelInput } from './model-input.ts'

/** A model file to open, and the hash that it has to have. */
export type ModelFile = { path: string; sha256: string; threads: number }

/** What the thread can be asked. */
export type SightQuestions = {
  /** Can the model be used? Null, or why not. */
  check: { asked: null; answer: string | null }
  /** What the model makes of a picture. */
  see: { asked: ModelInput; answer: Seen }
  put: { asked: readonly GalleryPicture[]; answer: null }
  drop: { asked: readonly number[]; answer: null }
  /** What a vector is likest to. */
  rank: { asked: RankAsked; answer: Ranked[] }
  /** How like the pictures of two products are to each other, at most. */
  likeness: { asked: readonly [ProductRef, ProductRef]; answer: number }
}

/** A picture as a vector of length 1, and how probable each class of things is. */
export type Seen = { vector: Float32Array; classes: Float32Array }

type Handlers = {
  [Name in keyof SightQuestions]: (
    asked: SightQuestions[Name]['asked'],
  ) => SightQuestions[Name]['answer'] | Promise<SightQuestions[Name]['answer']>
}

const file = workerData as ModelFile
const gallery = createGallery()
let opened: { session: InferenceSession; Tensor: typeof Tensor } | null = null

const handlers: Handlers = {
  check: checkModel,
  see: lookAt,
  put: (pictures) => {
    gallery.put(pictures)
    return null
  },
  drop: (ids) => {
    gallery.drop(ids)
    return null
  },
  rank: (asked) => gallery.rank(asked),
  likeness: ([one, other]) => gallery.likeness(one, other),
}

async function checkModel(): Promise<string | null> {
  try {
    const found = createHash('sha256')
      .update(await readFile(file.path))
      .digest('hex')
    return found === file.sha256 ? null : `its hash is ${found}, not ${file.sha256}`
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

/** Opens the model when the first picture comes: nobody waits for it at the start, and who sends no photos never needs it. */
async function openModel(): Promise<NonNullable<typeof opened>> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node')
  return { session: await InferenceSession.create(file.path, sessionOptions(file.threads)), Tensor }
}

/**
 * As quick as by default, in 75 MB less: pictures come one at a time, so that a pattern of memory set aside for all of them at
 * once gains nothing, and weights need no room to grow.
 */
function sessionOptions(threads: number): InferenceSession.SessionOptions {
  return {
    intraOpNumThreads: threads,
    enableMemPattern: false,
    extra: { session: { use_device_allocator_for_initializers: '1' } },
  }
}

async function lookAt({ pixels, colours }: ModelInput): Promise<Seen> {
  opened ??= await openModel()
  const { session, Tensor } = opened
  const { embedding, classes } = await session.run({
    pixels: new Tensor('uint8', pixels, [1, INPUT_SIDE, INPUT_SIDE, 3]),
    colours: new Tensor('float32', colours, [1, HISTOGRAM_LENGTH]),
  })
  return { vector: toFloats(embedding), classes: toFloats(classes) }
}

function toFloats(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new Error('the model gave no floats')
  return Float32Array.from(tensor.data)
}

type Question = { id: number; name: keyof Handlers; asked: unknown }

async function reply({ id, name, asked }: Question): Promise<void> {
  try {
    const handle = handlers[name] as (asked: unknown) => unknown
    parentPort?.postMessage({ id, answer: await handle(asked) })
  } catch (thrown) {
    parentPort?.postMessage({ id, error: String(thrown) })
  }
}

// One after the other: what is asked while the model is being opened waits for it.
let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (question: Question) => {
  last = last.then(() => reply(question))
})
