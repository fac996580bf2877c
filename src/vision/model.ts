import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { HISTOGRAM_LENGTH } from './colour-histogram.ts'
import { INPUT_SIDE } from './input-side.ts'
import type { ModelInput } from './model-input.ts'

const THREADS = 2

/** A picture as a vector of length 1, and how probable each class of things is. */
export type Seen = { vector: Float32Array; classes: Float32Array }

/** The model that turns pictures into vectors. */
export type Model = {
  /** @throws Error when it cannot be opened, or is another kind of model */
  see(input: ModelInput): Promise<Seen>
}

type Opened = { session: InferenceSession; Tensor: typeof Tensor }

/** The model of a file, which is opened with the first picture. */
export function createModel(path: string): Model {
  let opened: Promise<Opened> | null = null

  /** What hindered it may be gone with the next picture. */
  function forget(thrown: unknown): never {
    opened = null
    throw thrown
  }

  return {
    async see({ pixels, colours }) {
      opened ??= open(path).catch(forget)
      const { session, Tensor } = await opened
      const { embedding, classes } = await session.run({
        pixels: new Tensor('uint8', pixels, [1, INPUT_SIDE, INPUT_SIDE, 3]),
        colours: new Tensor('float32', colours, [1, HISTOGRAM_LENGTH]),
      })
      return { vector: toFloats(embedding), classes: toFloats(classes) }
    },
  }
}

async function open(path: string): Promise<Opened> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node')
  return { session: await InferenceSession.create(path, SESSION), Tensor }
}

/**
 * As quick as by default, in 75 MB less: pictures come one at a time, so that a pattern of memory set aside for all of them at
 * once gains nothing, and weights need no room to grow.
 */
const SESSION: InferenceSession.SessionOptions = {
  intraOpNumThreads: THREADS,
  enableMemPattern: false,
  extra: { session: { use_device_allocator_for_initializers: '1' } },
}

function toFloats(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new Error('the model gave no floats')
  return Float32Array.from(tensor.data)
}
