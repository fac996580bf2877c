import { cpus, loadavg } from 'node:os'
import { MODELS } from '../../support/some-vision.ts'
import { drawnPhotos } from './drawn-photos.ts'
import { measurePhotos, type PhotoTimes } from './measure-photos.ts'
import type { Measured, PhotosResult } from './photos-result.ts'
import { openRawModel } from './raw-model.ts'
import { residentMemory } from './resident-memory.ts'
import { startUp } from './start-up.ts'

/** Of several runs the one counts in which the bare model was fastest: the machine did least else then. */
const RUNS = 3

/** Measures how the photo terminal does, on photos that are drawn for it. */
export async function photosBench(): Promise<PhotosResult> {
  const before = loadavg()[0] ?? 0
  const photos = await drawnPhotos()
  const startMs = startUp()
  const looked = [photos.usual, photos.turned, photos.projected]
  const memory = residentMemory(looked)
  const raw = await openRawModel(MODELS)
  const runs: PhotoTimes[] = []
  for (let run = 0; run < RUNS; run++) runs.push(await measurePhotos(photos, raw))
  await raw.close()
  const [times] = runs.toSorted((one, other) => one.inference - other.inference)
  if (times === undefined) throw new Error('nothing was measured')

  const inferences = (ms: number): Measured => ({
    value: rounded(ms / times.inference),
    unit: 'inferences',
    ms: rounded(ms),
  })
  const megabytes = (value: number): Measured => ({ value: rounded(value), unit: 'MB', ms: null })
  const { inARowMs, longestMs, delayP95Ms } = times.tenAtOnce
  return {
    inferenceMs: rounded(times.inference),
    machine: {
      cores: cpus().length,
      processor: cpus()[0]?.model ?? 'unknown',
      node: process.version,
    },
    load: { before: rounded(before), after: rounded(loadavg()[0] ?? 0) },
    measured: {
      'photo of 1280 px': inferences(times.photos.usual),
      'photo of 1280 px, step by step': inferences(times.steps),
      'photo of 12 MP': inferences(times.photos.turned),
      'own code': inferences(times.photos.projected),
      'small own code': inferences(times.photos.small),
      'harder look for codes': inferences(times.harder),
      'scan of 1,000 vectors': inferences(times.scan1k),
      'scan of 10,000 vectors': inferences(times.scan10k),
      'start-up': { value: rounded(startMs), unit: 'ms', ms: rounded(startMs) },
      memory: megabytes(memory),
      'ten at once, the longest wait': {
        value: rounded(longestMs / inARowMs),
        unit: 'ten photos',
        ms: rounded(longestMs),
      },
      'ten at once, delay of other work': {
        value: rounded(delayP95Ms),
        unit: 'ms',
        ms: rounded(delayP95Ms),
      },
    },
  }
}

function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
