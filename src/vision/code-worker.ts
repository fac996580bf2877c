import { parentPort } from 'node:worker_threads'
import type { CodeQuestion } from './code-question.ts'
import type { Luma } from './luma.ts'
import { type Found, readLuma } from './read-luma.ts'
import { release } from './release.ts'
import { retouches } from './retouches.ts'
import { straightenCodes } from './straighten-codes.ts'

type Way = Pick<CodeQuestion, 'symbols' | 'way'>
/** Without a picture it is about the last one. */
type Question = Way & { next: Luma | null }

let luma: Luma | null = null

async function answer({ next, symbols, way }: Question): Promise<string[]> {
  if (next !== null) {
    if (luma !== null) release(luma.data)
    luma = next
  }
  if (luma === null) return []
  const found = await look(luma, { symbols, way })
  return [...new Set(found.flatMap(({ isValid, text }) => (isValid && text ? [text] : [])))]
}

async function look(picture: Luma, { symbols, way }: Way): Promise<Found[]> {
  if (way === 'straight') return straightenCodes(picture)
  const { picture: retouch, options } = retouches[way]
  if (retouch === undefined) return readLuma(picture, symbols, options)
  const retouched = await retouch(picture)
  try {
    return await readLuma(retouched, symbols, options)
  } finally {
    release(retouched.data)
  }
}

// It is ready: nothing has to be read from disk before an answer any more.
parentPort?.postMessage([])
// What goes wrong is not caught: the thread dies of it and is replaced.
parentPort?.on('message', (question: Question) => {
  void answer(question).then((texts) => parentPort?.postMessage(texts))
})
