import { Worker } from 'node:worker_threads'
import type { AskForCodes, CodeQuestion } from './code-reader.ts'
import { lumaOf } from './luma.ts'
import type { Raster } from './raster.ts'

/** Reading longer than this gives nothing that a second photo would not give sooner. */
const PATIENCE_MS = 5000
/** What a thread needs is small: pictures lie outside of it. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 }

/** Looks for codes in a thread of its own, so that nobody waits for it. */
export type CodeThread = {
  /** A picture that the thread cannot cope with counts as one without codes. A second question about one costs no copy. */
  ask: AskForCodes<Raster>
  close(): Promise<void>
}

/** A thread that is started when it is needed first, and replaced when it hangs or dies. It answers one question at a time. */
export function createCodeThread({ patienceMs = PATIENCE_MS } = {}): CodeThread {
  let worker: Worker | null = null
  // The picture that the thread has already, so that further questions about it cost no copy.
  let held: Raster | null = null
  let last: Promise<unknown> = Promise.resolve()

  const askNow = (raster: Raster, question: CodeQuestion): Promise<string[]> => {
    const own = worker ?? startWorker()
    worker = own
    own.ref()
    return new Promise((resolve) => {
      const end = (texts: string[], isBroken: boolean) => {
        clearTimeout(timer)
        own.off('message', onTexts).off('error', onBroken).off('exit', onBroken)
        // A thread without work keeps no process alive.
        own.unref()
        if (isBroken) {
          worker = null
          held = null
          own.on('error', () => {})
          void own.terminate()
        }
        resolve(texts)
      }
      const onTexts = (texts: string[]) => end(texts, false)
      const onBroken = () => end([], true)
      const timer = setTimeout(onBroken, patienceMs)
      own.on('message', onTexts).on('error', onBroken).on('exit', onBroken)
      const next = held === raster ? null : lumaOf(raster)
      own.postMessage({ ...question, next }, next === null ? [] : [next.data.buffer])
      held = raster
    })
  }

  return {
    ask(raster, question) {
      const turn = last.then(() => askNow(raster, question))
      last = turn
      return turn
    },
    async close() {
      await last
      await worker?.terminate()
      worker = null
      held = null
    },
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./code-worker.ts', import.meta.url), { resourceLimits: LIMITS })
}
