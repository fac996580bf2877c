import { parentPort } from 'node:worker_threads'
import { type Way as Retouch, ways } from './code-ways.ts'
import { type Luma, lumaOf } from './luma.ts'
import type { Raster } from './raster.ts'
import { type Found, readLuma, type Symbols } from './read-luma.ts'
import { straightenCodes } from './straighten-codes.ts'

/** How codes are looked for: retouched in some way, or straightened. */
export type Way = Retouch | 'straight'

/** A question to the thread. Without a picture it is about the last one. */
export type CodeQuestion = { raster: Raster | null; symbols: Symbols; way: Way }

let luma: Luma | null = null

async function answer({ raster, symbols, way }: CodeQuestion): Promise<string[]> {
  if (raster !== null) luma = lumaOf(raster)
  if (luma === null) return []
  const found = await look(luma, symbols, way)
  const texts = found.flatMap(({ isValid, text }) => (isValid && text !== '' ? [text] : []))
  return [...new Set(texts)]
}

async function look(luma: Luma, symbols: Symbols, way: Way): Promise<Found[]> {
  if (way === 'straight') return straightenCodes(luma)
  const { picture, options } = ways[way]
  return readLuma(picture ? await picture(luma) : luma, symbols, options)
}

// What goes wrong is not caught: the thread dies of it and is replaced.
parentPort?.on('message', (question: CodeQuestion) => {
  void answer(question).then((texts) => parentPort?.postMessage(texts))
})
