import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readManifest } from '../../src/vision/manifest.ts'
import { openRawModel } from '../bench/photos/raw-model.ts'

const ROUNDS = 40
const WARM_UP = 5

/** Milliseconds of the shipped model alone on two threads, round by round; none when there is no model. */
export async function rawInference(models: string): Promise<number[]> {
  const path = join(models, readManifest(join(models, 'manifest.json')).model.file)
  if (!existsSync(path)) return []
  const model = await openRawModel(models)
  const times: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const start = performance.now()
    await model.run()
    if (round >= WARM_UP) times.push(performance.now() - start)
  }
  await model.close()
  return times
}
