import { Worker } from 'node:worker_threads'

/** A picture as bare pixels, four bytes each. */
export type Pixels = { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number }

/** Reading longer than this gives nothing that a second photo would not give sooner. */
const PATIENCE_MS = 10_000
const MOST_MB = 256

/**
 * Finds the texts of QR codes, in a thread of its own so that nobody waits for it. One that hangs or dies is replaced; the
 * picture it looked at counts as one without codes. Ask for one picture at a time.
 */
export function createFindCodes(): (pixels: Pixels) => Promise<string[]> {
  let worker: Worker | null = null

  return function findCodes(pixels) {
    const own = worker ?? startWorker()
    worker = own
    own.ref()
    return new Promise((resolve) => {
      const end = (codes: string[], isBroken: boolean) => {
        clearTimeout(timer)
        own.off('message', onCodes).off('error', onBroken).off('exit', onBroken)
        // A thread without work keeps no process alive.
        own.unref()
        if (isBroken) {
          worker = null
          own.on('error', () => {})
          void own.terminate()
        }
        resolve(codes)
      }
      const onCodes = (codes: string[]) => end(codes, false)
      const onBroken = () => end([], true)
      const timer = setTimeout(onBroken, PATIENCE_MS)
      own.on('message', onCodes).on('error', onBroken).on('exit', onBroken)
      own.postMessage(pixels, [pixels.data.buffer])
    })
  }
}

function startWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MB }
  return new Worker(new URL('./code-worker.ts', import.meta.url), { resourceLimits })
}
