import type { CodeThread } from './code-thread.ts'
import type { Way } from './code-worker.ts'
import type { Raster } from './raster.ts'
import type { Symbols } from './read-luma.ts'

/** Enlarging more than this takes longer than anybody should wait. */
const MOST_DOUBLED = 1_300_000

/** What is asked of a second look. */
export type RetryAsked = {
  /** Is this text of a QR code a link of ours? Then nothing else is looked for. */
  isOurs: (code: string) => boolean
  /** Does some seller have a product of this number? Numbers read from a retouched picture are often wrong. */
  hasNumber: (digits: string) => Promise<boolean>
  /** Milliseconds after which nothing more is begun. */
  budgetMs: number
}

/** What a second look found. */
export type Retried = { codes: string[]; probableNumbers: string[] }

type Rung = { symbols: Symbols; way: Way; mostPixels?: number }

/** What rescues most for the least time comes first. */
const LADDER: readonly Rung[] = [
  { symbols: 'codes', way: 'global' },
  { symbols: 'codes', way: 'denoised' },
  { symbols: 'codes', way: 'soft' },
  { symbols: 'numbers', way: 'sharp' },
  { symbols: 'codes', way: 'straight' },
  { symbols: 'codes', way: 'double', mostPixels: MOST_DOUBLED },
  { symbols: 'numbers', way: 'double-sharp', mostPixels: MOST_DOUBLED / 4 },
]

/**
 * Looks for codes in a picture retouched in one way after the other, as long as the budget lasts. A QR code checks itself,
 * so one from any retouched picture counts; a number counts only when somebody sells that product, and even then only
 * probably.
 */
export async function retryCodes(
  ask: CodeThread['ask'],
  raster: Raster,
  { isOurs, hasNumber, budgetMs }: RetryAsked,
): Promise<Retried> {
  const until = performance.now() + budgetMs
  const found: Retried = { codes: [], probableNumbers: [] }
  const isLate = () => performance.now() >= until
  const look = async (picture: Raster, { symbols, way }: Rung) => {
    const texts = await ask(picture, { symbols, way })
    if (symbols === 'codes') found.codes = texts
    else found.probableNumbers = await known(texts, hasNumber)
  }
  const isOver = ({ symbols }: Rung) =>
    isLate() || (symbols === 'codes' ? found.codes : found.probableNumbers).length > 0

  const rungs = LADDER.filter(({ mostPixels }) => fits(raster, mostPixels))
  for (const rung of rungs) {
    if (isOver(rung)) continue
    await look(raster, rung)
    if (found.codes.some(isOurs)) break
  }
  return found
}

function fits({ width, height }: Raster, mostPixels = Number.POSITIVE_INFINITY): boolean {
  return width * height <= mostPixels
}

async function known(
  numbers: readonly string[],
  hasNumber: (digits: string) => Promise<boolean>,
): Promise<string[]> {
  const answers = await Promise.all(numbers.map(hasNumber))
  return numbers.filter((_, place) => answers[place])
}
