import { parentPort } from 'node:worker_threads'
import { type Luma, lumaOf } from './luma.ts'
import type { Raster } from './raster.ts'
import { type Found, readLuma, type Symbols } from './read-luma.ts'
import { type Retouch, retouches } from './retouches.ts'
import { straightenCodes } from './straighten-codes.ts'

/** How codes are looked for: in a retouched picture, or straightened. */
export type Way = Retouch | 'straight'

/** A question to the thread. Without a picture it is about the last one. */
export type CodeQuestion = { raster: Raster | null; symbols: Symbols; way: Way }

let luma: Luma | null = null

async function answer({ raster, symbols, way }: CodeQuestion): Promise<string[]> {
  if (raster !== null) luma = lumaOf(raster)
  if (luma === null) return []
  const found = await look(luma, symbols, way)
  return [...new Set(found.flatMap(({ isValid, text }) => (isValid && text ? [text] : [])))]
}

async function look(picture: Luma, symbols: Symbols, way: Way): Promise<Found[]> {
  if (way === 'straight') return straightenCodes(picture)
  const { picture: retouched, options } = retouches[way]
  return readLuma(retouched ? await retouched(picture) : picture, symbols, options)
}

// What goes wrong is not caught: the thread dies of it and is replaced.
parentPort?.on('message', (question: CodeQuestion) => {
  void answer(question).then((texts) => parentPort?.postMessage(texts))
})
