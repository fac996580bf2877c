import { AppError } from '../domain/errors.ts'
import type { AskForCodes, CodeQuestion } from './code-question.ts'
import type { Raster } from './raster.ts'

/** What is asked of a second look. */
export type RetryAsked<Picture> = {
  /** Is this text of a QR code a link of ours? Then nothing else is looked for. */
  isOurs: (code: string) => boolean
  /** Does some seller have a product of this number? Numbers read from a retouched picture are often wrong. */
  hasNumber: (digits: string) => Promise<boolean>
  /** The same photo with more pixels, where it has more; asked for at most once. */
  larger?: () => Promise<Picture>
  /** Milliseconds after which nothing more is begun; it ends soon after. */
  budgetMs: number
}

/** What a second look found. */
export type Retried = { codes: string[]; probableNumbers: string[] }

/** One try: what is looked for, how, in which picture, and up to how many pixels that is worth its time. */
type Rung = Pick<CodeQuestion, 'symbols' | 'way'> & { of?: 'larger'; mostPixels?: number }
type Size = Pick<Raster, 'width' | 'height'>

/** What was begun within the budget may take so much longer: on a slow machine a code is worth that, a hostile picture no more. */
const OVERTIME_MS = 400
/** Twice as wide and high takes 150 ms where the photo is as large as Telegram makes them; beyond that it helps nobody. */
const MOST_DOUBLED = 1_300_000
const MOST_DOUBLED_SHARP = 400_000

/** Whatever rescues most for its time comes first; the slow ones come last. */
const LADDER: readonly Rung[] = [
  { symbols: 'codes', way: 'global' },
  { symbols: 'codes', way: 'denoised' },
  { symbols: 'numbers', way: 'sharp' },
  { symbols: 'codes', way: 'soft' },
  { symbols: 'codes', way: 'straight' },
  { symbols: 'numbers', way: 'half-sharp' },
  { symbols: 'numbers', way: 'double-sharp', mostPixels: MOST_DOUBLED_SHARP },
  { symbols: 'codes', way: 'plain', of: 'larger' },
  { symbols: 'numbers', way: 'plain', of: 'larger' },
  { symbols: 'codes', way: 'double', mostPixels: MOST_DOUBLED },
]

/**
 * Looks for codes in a picture retouched in one way after the other, as long as the budget lasts. A QR code checks itself, so
 * one from any retouched picture counts; a number counts only when somebody sells that product, and then as probable.
 */
export async function retryCodes<Picture extends Size>(
  ask: AskForCodes<Picture>,
  sent: Picture,
  { isOurs, hasNumber, larger, budgetMs }: RetryAsked<Picture>,
): Promise<Retried> {
  const until = performance.now() + budgetMs
  const found: Retried = { codes: [], probableNumbers: [] }
  let large: Promise<Picture | null> | null = null
  const pictureOf = async ({ of, mostPixels = Number.POSITIVE_INFINITY }: Rung) => {
    if (of !== 'larger') return pixels(sent) <= mostPixels ? sent : null
    large ??= larger?.().catch(smallerIsEnough) ?? null
    const picture = await large
    return picture !== null && pixels(picture) > pixels(sent) ? picture : null
  }

  for (const rung of LADDER) {
    if (performance.now() >= until || found.codes.some(isOurs)) break
    const isFound = (rung.symbols === 'codes' ? found.codes : found.probableNumbers).length > 0
    const picture = isFound ? null : await pictureOf(rung)
    if (picture === null) continue
    const patienceMs = until + OVERTIME_MS - performance.now()
    const texts = await ask(picture, { symbols: rung.symbols, way: rung.way, patienceMs })
    if (texts === null) break
    if (rung.symbols === 'codes') found.codes = texts
    else found.probableNumbers = await known(texts, hasNumber)
  }
  return found
}

/** It was decoded once already; if there is no time to do it again, the smaller picture is still an answer. */
function smallerIsEnough(thrown: unknown): null {
  if (thrown instanceof AppError) return null
  throw thrown
}

function pixels({ width, height }: Size): number {
  return width * height
}

async function known(
  numbers: readonly string[],
  hasNumber: (digits: string) => Promise<boolean>,
): Promise<string[]> {
  const answers = await Promise.all(numbers.map(hasNumber))
  return numbers.filter((_, place) => answers[place])
}
