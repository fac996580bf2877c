import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { HISTOGRAM_LENGTH } from '../../../src/vision/colour-histogram.ts'
import { INPUT_SIDE } from '../../../src/vision/input-side.ts'
import { readManifest } from '../../../src/vision/manifest.ts'

/** The shipped model alone, on two threads: what everything else is compared with. */
export type RawModel = { run(): Promise<void>; close(): Promise<void> }

/** Opens the model of a folder. @throws Error when it is not there */
export async function openRawModel(models: string): Promise<RawModel> {
  const path = join(models, readManifest(join(models, 'manifest.json')).model.file)
  const session = await InferenceSession.create(path, { intraOpNumThreads: 2 })
  const pixels = Uint8Array.from({ length: INPUT_SIDE * INPUT_SIDE * 3 }, (_, at) => at % 251)
  const colours = new Float32Array(HISTOGRAM_LENGTH).fill(1 / 16)
  const feeds = {
    pixels: new Tensor('uint8', pixels, [1, INPUT_SIDE, INPUT_SIDE, 3]),
    colours: new Tensor('float32', colours, [1, HISTOGRAM_LENGTH]),
  }
  return {
    async run() {
      await session.run(feeds)
    },
    close: () => session.release(),
  }
}
