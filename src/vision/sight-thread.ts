import { Worker } from 'node:worker_threads'
import type { GalleryPicture } from '../ports/vision.ts'
import type { ModelFile, SightQuestions } from './sight-worker.ts'

/** Nothing that the thread does takes a tenth of this, opening the model on a busy machine included. */
const PATIENCE_MS = 15_000

type Name = keyof SightQuestions
type Ask = <N extends Name>(
  name: N,
  asked: SightQuestions[N]['asked'],
) => Promise<SightQuestions[N]['answer']>

/** The model and the gallery in a thread of their own, so that nobody waits for them. */
export type SightThread = {
  /** @throws Error when the thread could not answer; the next question starts another, with the same gallery */
  ask: Ask
  close(): Promise<void>
}

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void }
type Answer = { id: number; answer?: never; error?: string }

/** Starts the thread. It keeps no process alive. */
export function createSightThread(file: ModelFile, { patienceMs = PATIENCE_MS } = {}): SightThread {
  // The thread may die, and its gallery with it: what is in it is remembered here.
  const shown = new Map<number, GalleryPicture>()
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = start()
  let lastId = 0

  const ask: Ask = (name, asked) => {
    const own = worker ?? restarted()
    if (name === 'put') for (const each of asked as GalleryPicture[]) shown.set(each.id, each)
    if (name === 'drop') for (const id of asked as number[]) shown.delete(id)
    return question(own, name, asked)
  }

  function question<N extends Name>(
    own: Worker,
    name: N,
    asked: SightQuestions[N]['asked'],
  ): Promise<SightQuestions[N]['answer']> {
    const id = ++lastId
    own.ref()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => giveUp(own, new Error(`no answer to ${name}`)), patienceMs)
      const end = () => {
        clearTimeout(timer)
        waiting.delete(id)
        if (waiting.size === 0) own.unref()
      }
      waiting.set(id, {
        resolve: (answer) => {
          end()
          resolve(answer)
        },
        reject: (error) => {
          end()
          reject(error)
        },
      })
      own.postMessage({ id, name, asked })
    })
  }

  function start(): Worker {
    const own = new Worker(new URL('./sight-worker.ts', import.meta.url), { workerData: file })
    own.on('message', ({ id, answer, error }: Answer) => {
      const asked = waiting.get(id)
      if (error === undefined) asked?.resolve(answer as never)
      else asked?.reject(new Error(error))
    })
    own.on('error', (error) => giveUp(own, error))
    own.on('exit', () => giveUp(own, new Error('the thread ended')))
    own.unref()
    return own
  }

  function giveUp(own: Worker, error: Error): void {
    if (own !== worker) return
    worker = null
    void own.terminate()
    for (const each of [...waiting.values()]) each.reject(error)
  }

  /** Another thread, with the gallery of the last one. It answers in order: what is asked next finds it there. */
  function restarted(): Worker {
    const own = start()
    worker = own
    question(own, 'put', [...shown.values()]).catch(() => {})
    return own
  }

  return {
    ask,
    async close() {
      const own = worker
      if (own !== null) giveUp(own, new Error('closed'))
      await own?.terminate()
    },
  }
}
