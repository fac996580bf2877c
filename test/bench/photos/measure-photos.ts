import type { VisionStep } from '../../../src/vision/create-vision.ts'
import { quantile } from '../../evaluation/latency.ts'
import { someVision } from '../../support/some-vision.ts'
import { type DrawnPhotos, LINK } from './drawn-photos.ts'
import type { RawModel } from './raw-model.ts'
import { SELLER, someVectors } from './some-vectors.ts'
import { type TenAtOnce, tenAtOnce } from './ten-at-once.ts'

const ROUNDS = 20
const WARM_UP = 3
const EMBEDDING = 256
const ASKED = { space: null, isOurs: (code: string) => code === LINK }
const STEPS: readonly VisionStep[] = ['decode', 'codes', 'numbers', 'describe', 'match']

/** Milliseconds, each the middle of all rounds. */
export type PhotoTimes = {
  inference: number
  /** From the photo to the answer. */
  photos: Record<keyof DrawnPhotos, number>
  /** All steps of the usual photo, as if none ran beside another. */
  steps: number
  /** A second look at a photo that looks like nothing. */
  harder: number
  scan1k: number
  scan10k: number
  tenAtOnce: TenAtOnce
}

/**
 * Shows the photo terminal each photo in turn. The bare model is measured before and after, when nothing else of ours runs,
 * and the better of both counts: beside other threads it is several times slower, which would flatter every ratio. The
 * gallery has the photos without a code, so that they are known for sure, and a thousand others.
 */
export async function measurePhotos(photos: DrawnPhotos, raw: RawModel): Promise<PhotoTimes> {
  const times = new Map<string, number[]>()
  let isWarm = false
  const note = (what: string, ms: number) => {
    if (isWarm) times.set(what, [...(times.get(what) ?? []), ms])
  }
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const begun = performance.now()
    await work()
    note(what, performance.now() - begun)
  }
  const inference = async () => {
    const all: number[] = []
    for (let round = 0; round < 2 * ROUNDS; round++) {
      const begun = performance.now()
      await raw.run()
      all.push(performance.now() - begun)
    }
    return quantile(all.slice(2 * WARM_UP), 0.5)
  }
  const first = await inference()
  let shown = ''
  const vision = await someVision({ onStep: (step, ms) => note(`${shown} ${step}`, ms) })
  const show = async (name: keyof DrawnPhotos, run = name as string) => {
    shown = run
    await timed(run, () => vision.look(photos[name], ASKED))
  }
  const known = await Promise.all(
    [photos.usual, photos.turned].map(async (photo, at) => {
      const product = { issuer: SELLER, number: `own ${at}` }
      const { vectors } = await vision.vectorsOf(photo)
      return { id: -1 - at, product, category: 1, vectors }
    }),
  )
  const others = someVectors(1000, EMBEDDING)

  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    isWarm = round >= WARM_UP
    await vision.put([...known, ...(round === 0 ? others : [])])
    for (const name of ['usual', 'turned', 'projected', 'small'] as const) await show(name)
    await vision.drop(known.map(({ id }) => id))
    await show('usual', 'unknown')
  }
  await vision.put(known)
  const { vectors } = known[0] ?? { vectors: new Uint8Array() }
  const scan = async (name: string) => {
    for (let round = 0; round < ROUNDS; round++) await timed(name, () => vision.nearest(vectors, 3))
  }
  await scan('scan1k')
  const waits = await tenAtOnce(() => vision.look(photos.usual, ASKED))
  await vision.put(someVectors(10_000, EMBEDDING))
  await scan('scan10k')
  await vision.close()

  const middle = (what: string) => quantile(times.get(what) ?? [], 0.5)
  return {
    inference: Math.min(first, await inference()),
    photos: {
      usual: middle('usual'),
      turned: middle('turned'),
      projected: middle('projected'),
      small: middle('small'),
    },
    steps: STEPS.reduce((sum, step) => sum + middle(`usual ${step}`), 0),
    harder: middle('unknown retry'),
    scan1k: middle('scan1k'),
    scan10k: middle('scan10k'),
    tenAtOnce: waits,
  }
}
