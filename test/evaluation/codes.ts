import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toAppError } from '../../src/domain/errors.ts'
import { productNumberForms } from '../../src/domain/product-number-forms.ts'
import { type CodeReader, createCodeReader } from '../../src/vision/code-reader.ts'
import { createCodeThread } from '../../src/vision/code-thread.ts'
import { decodeLarger, decodePhoto } from '../../src/vision/decode-photo.ts'
import type { Raster } from '../../src/vision/raster.ts'
import { type CodeLabel, isLabelled, readCodeLabels } from './code-labels.ts'
import type { PictureRead, Read } from './picture-read.ts'
import { EvaluationProblem } from './read-labels.ts'
import { type CodeScores, scoreCodes } from './score-codes.ts'

const BUDGET_MS = 400

/** Reads every picture of a folder as the photo terminal would, and compares with its labels. @throws EvaluationProblem */
export async function evaluateCodes(folder: string): Promise<CodeScores> {
  const labels = readCodeLabels(folder)
  const sold = new Set(
    labels.filter(({ kind }) => kind !== 'qr').flatMap(({ text }) => productNumberForms(text)),
  )
  const thread = createCodeThread()
  const reader = createCodeReader(thread.ask)
  const pictures: PictureRead[] = []
  try {
    for (const [file, own] of Map.groupBy(labels, (label) => label.file)) {
      pictures.push(await readPicture(reader, join(folder, file), own, sold))
    }
  } finally {
    await thread.close()
  }
  return scoreCodes(pictures, isLabelled)
}

async function readPicture(
  reader: CodeReader<Raster>,
  path: string,
  labels: CodeLabel[],
  sold: ReadonlySet<string>,
): Promise<PictureRead> {
  const begun = performance.now()
  const bytes = opened(path)
  const raster = await decoded(path, bytes)
  const opening = performance.now()
  const codes = await reader.codes(raster)
  const asSent = [
    ...read('codes', codes ?? []),
    ...read('numbers', (await reader.numbers(raster)) ?? []),
  ]
  const looked = performance.now()
  const ms = { decode: opening - begun, first: looked - opening, second: null }
  if (asSent.length > 0) {
    return { labels, asSent, withRetries: asSent, terminal: asSent, ms }
  }
  const seen: string[] = []
  const again = await reader.retry(raster, {
    isOurs: () => false,
    hasNumber: async (digits) => {
      seen.push(digits)
      return productNumberForms(digits).some((form) => sold.has(form))
    },
    larger: () => decodeLarger(bytes),
    budgetMs: BUDGET_MS,
  })
  const retried = read('codes', again.codes)
  return {
    labels,
    asSent,
    withRetries: [...retried, ...read('numbers', seen)],
    terminal: [...retried, ...read('numbers', again.probableNumbers)],
    ms: { ...ms, second: performance.now() - looked },
  }
}

function opened(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new EvaluationProblem(`labels.csv names ${path}, which cannot be read.`, { cause: error })
  }
}

async function decoded(path: string, bytes: Buffer): Promise<Raster> {
  try {
    return await decodePhoto(bytes)
  } catch (error) {
    const { code } = toAppError(error)
    throw new EvaluationProblem(`${path} is no picture that the bot opens: ${code}.`, {
      cause: error,
    })
  }
}

function read(symbols: Read['symbols'], texts: readonly string[]): Read[] {
  return [...new Set(texts)].map((text) => ({ symbols, text }))
}
