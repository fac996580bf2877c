import { Worker } from 'node:worker_threads'
import type { AskForCodes, CodeQuestion } from './code-question.ts'
import { lumaOf } from './luma.ts'
import type { Raster } from './raster.ts'

/** A busy machine takes long to start a thread. It says that it is ready before it is asked anything. */
const START_MS = 10_000
/** What a thread needs is small: pictures lie outside of it. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 }

/** Looks for codes in a thread of its own, so that nobody waits for it. */
export type CodeThread = {
  /** Null when the thread could not cope with the picture. A second question about one picture costs no second copy of it. */
  ask: AskForCodes<Raster>
  close(): Promise<void>
}

/** A thread that is started when it is needed first, and replaced when it hangs or dies. It answers one question at a time. */
export function createCodeThread(): CodeThread {
  let worker: Worker | null = null
  // The picture that the thread has already.
  let held: Raster | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function askNow(
    raster: Raster,
    { patienceMs, ...question }: CodeQuestion,
  ): Promise<string[] | null> {
    const own = worker ?? (await start())
    if (own === null) return null
    const next = held === raster ? null : lumaOf(raster)
    held = raster
    own.postMessage({ ...question, next }, next === null ? [] : [next.data.buffer])
    return replyOf(own, patienceMs)
  }

  async function start(): Promise<Worker | null> {
    const own = new Worker(new URL('./code-worker.ts', import.meta.url), { resourceLimits: LIMITS })
    // Why it dies is of no use to anybody; that it died is seen by its end.
    own.on('error', () => {})
    own.on('exit', () => {
      if (worker === own) worker = null
    })
    worker = own
    held = null
    return (await replyOf(own, START_MS)) === null ? null : own
  }

  /** What the thread says next; null when it ends first, or says nothing in time, and then it is no more. */
  function replyOf(own: Worker, ms: number): Promise<string[] | null> {
    // A thread without work keeps no process alive.
    own.ref()
    return new Promise((resolve) => {
      const end = (texts: string[] | null) => {
        clearTimeout(timer)
        own.off('message', end).off('exit', onEnd)
        own.unref()
        resolve(texts)
      }
      const onEnd = () => {
        if (worker === own) worker = null
        void own.terminate()
        end(null)
      }
      const timer = setTimeout(onEnd, ms)
      own.on('message', end).on('exit', onEnd)
    })
  }

  return {
    ask(raster, question) {
      const turn = last.then(() => askNow(raster, question))
      last = turn.catch(() => {})
      return turn
    },
    async close() {
      await last
      await worker?.terminate()
    },
  }
}
