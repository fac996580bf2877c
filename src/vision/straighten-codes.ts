import { fitGrid, type Modules } from './fit-grid.ts'
import type { Luma } from './luma.ts'
import { type Found, readLuma } from './read-luma.ts'

const MODULE_PX = 4
const QUIET_MODULES = 4
/** The squares in three corners of a code are this wide, with a bright line around each. */
const FINDER = 7
/** Straightening takes some 100 ms. Further codes that cannot be read are none, mostly. */
const MOST_CODES = 2

/**
 * The texts of codes that are found but cannot be read because what they are printed on is uneven: each is drawn anew, flat.
 * A code checks itself, so that a wrong module more or less gives the right text or none.
 */
export async function straightenCodes(luma: Luma): Promise<Found[]> {
  const found = await readLuma(luma, 'codes', { returnErrors: true })
  const unread = found.filter(({ isValid }) => !isValid).flatMap((code) => sized(code))
  const all: Found[] = []
  for (const { code, size } of unread.slice(0, MOST_CODES)) {
    const { topLeft, topRight, bottomRight, bottomLeft } = code.position
    const modules = fitGrid(luma, [topLeft, topRight, bottomRight, bottomLeft], size)
    all.push(...(await readLuma(drawn(modules), 'codes', { isPure: true })))
  }
  return all
}

/** How many modules wide a code is, when the reader could tell. Small forms of the code (`M1` and so on) are none of ours. */
function sized(code: Found): { code: Found; size: number }[] {
  const version = /"Version":"(\d+)"/.exec(code.extra)?.[1]
  return version === undefined ? [] : [{ code, size: 17 + 4 * Number(version) }]
}

/** The code as a printer would print it. What is the same in every code need not be guessed from the photo. */
function drawn({ size, isDark }: Modules): Luma {
  const width = (size + 2 * QUIET_MODULES) * MODULE_PX
  const data = new Uint8Array(width * width).fill(255)
  for (let at = 0; at < size * size; at++) {
    const [column, row] = [at % size, Math.floor(at / size)]
    if (!(finderModule(column, row, size) ?? isDark[at])) continue
    const [left, top] = [(column + QUIET_MODULES) * MODULE_PX, (row + QUIET_MODULES) * MODULE_PX]
    for (let line = top; line < top + MODULE_PX; line++) {
      data.fill(0, line * width + left, line * width + left + MODULE_PX)
    }
  }
  return { data, width, height: width }
}

/** Is a module dark in every code? Null where codes differ. */
function finderModule(column: number, row: number, size: number): boolean | null {
  const far = size - FINDER
  for (const [left, top] of [
    [0, 0],
    [far, 0],
    [0, far],
  ] as const) {
    const middle = (FINDER - 1) / 2
    const ring = Math.max(Math.abs(column - left - middle), Math.abs(row - top - middle))
    if (ring <= middle + 1) return ring !== middle - 1 && ring !== middle + 1
  }
  return null
}
