import { parentPort } from 'node:worker_threads'
import { type Way, ways } from './code-ways.ts'
import { type Luma, lumaOf } from './luma.ts'
import type { Raster } from './raster.ts'
import { readLuma, type Symbols } from './read-luma.ts'

/** A question to the thread. Without a picture it is about the last one. */
export type CodeQuestion = { raster: Raster | null; symbols: Symbols; way: Way }

const MOST_CHARACTERS = 1000

let luma: Luma | null = null

async function answer({ raster, symbols, way }: CodeQuestion): Promise<string[]> {
  if (raster !== null) luma = lumaOf(raster)
  if (luma === null) return []
  const { picture, options } = ways[way]
  const found = await readLuma(picture ? await picture(luma) : luma, symbols, options)
  const texts = found.flatMap(({ isValid, text }) =>
    isValid && text !== '' ? [text.slice(0, MOST_CHARACTERS)] : [],
  )
  return [...new Set(texts)]
}

// What goes wrong is not caught: the thread dies of it and is replaced.
parentPort?.on('message', (question: CodeQuestion) => {
  void answer(question).then((texts) => parentPort?.postMessage(texts))
})
