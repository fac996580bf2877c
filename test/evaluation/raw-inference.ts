import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { HISTOGRAM_LENGTH } from '../../src/vision/colour-histogram.ts'
import { readManifest } from '../../src/vision/manifest.ts'
import { INPUT_SIDE } from '../../src/vision/model-input.ts'

const ROUNDS = 60
const WARM_UP = 10

/** Milliseconds of the shipped model alone on two threads, round by round; none when there is no model. */
export async function rawInference(models: string): Promise<number[]> {
  const path = join(models, readManifest(join(models, 'manifest.json')).model.file)
  if (!existsSync(path)) return []
  const session = await InferenceSession.create(path, { intraOpNumThreads: 2 })
  const pixels = Uint8Array.from({ length: INPUT_SIDE * INPUT_SIDE * 3 }, (_, at) => at % 251)
  const colours = new Float32Array(HISTOGRAM_LENGTH).fill(1 / 16)
  const feeds = {
    pixels: new Tensor('uint8', pixels, [1, INPUT_SIDE, INPUT_SIDE, 3]),
    colours: new Tensor('float32', colours, [1, HISTOGRAM_LENGTH]),
  }
  const times: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const start = performance.now()
    await session.run(feeds)
    if (round >= WARM_UP) times.push(performance.now() - start)
  }
  await session.release()
  return times
}
