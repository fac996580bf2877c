import { homography, type Quad } from './homography.ts'
import type { Luma } from './luma.ts'

/** Places within a module where it is looked at; in their mean the border to the next module does not count. */
const SPOTS = [
  [0.5, 0.5],
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
] as const

/** A square of modules on a sheet that is bent: `pins` by `pins` points of it can be moved, what is between them follows. */
export type BentGrid = {
  readonly modules: number
  readonly pins: number
  /** How far each pin is moved from where it would be on a flat sheet, in modules; row by row. */
  readonly moves: { x: Float64Array; y: Float64Array }
  /** How bright a module looks, 0 to 255. */
  module(column: number, row: number): number
}

/** The grid of a code whose outer corners are seen at `quad`; flat, or bent as `before` is, with more pins. */
export function bentGrid(
  luma: Luma,
  quad: Quad,
  modules: number,
  pins: number,
  before: BentGrid | null,
): BentGrid {
  const flat = homography(modules, quad)
  const moves = { x: new Float64Array(pins * pins), y: new Float64Array(pins * pins) }
  const step = modules / (pins - 1)
  for (let pin = 0; before !== null && pin < pins * pins; pin++) {
    const place = between(before, (pin % pins) * step, Math.floor(pin / pins) * step)
    moves.x[pin] = place.x
    moves.y[pin] = place.y
  }
  const grid: BentGrid = {
    modules,
    pins,
    moves,
    module(column, row) {
      let sum = 0
      for (const [right, down] of SPOTS) {
        const [u, v] = [column + right, row + down]
        const move = between(grid, u, v)
        const seen = flat(u + move.x, v + move.y)
        sum += brightness(luma, seen.x, seen.y)
      }
      return sum / SPOTS.length
    },
  }
  return grid
}

/** How far the sheet is moved at a place, from the four pins around it. */
function between(
  { modules, pins, moves }: BentGrid,
  u: number,
  v: number,
): { x: number; y: number } {
  const [s, t] = [(u / modules) * (pins - 1), (v / modules) * (pins - 1)]
  const [i, j] = [Math.min(pins - 2, Math.floor(s)), Math.min(pins - 2, Math.floor(t))]
  return {
    x: mix(moves.x, j * pins + i, pins, s - i, t - j),
    y: mix(moves.y, j * pins + i, pins, s - i, t - j),
  }
}

/** Brightness between pixels; beyond the edge that of the edge. */
function brightness({ data, width, height }: Luma, x: number, y: number): number {
  const across = Math.min(width - 1.001, Math.max(0, x - 0.5))
  const along = Math.min(height - 1.001, Math.max(0, y - 0.5))
  const [i, j] = [Math.floor(across), Math.floor(along)]
  return mix(data, j * width + i, width, across - i, along - j)
}

/** Of four neighbours in rows of `width`, the mean as near as a place lies to each. */
function mix(
  values: Float64Array | Uint8Array,
  at: number,
  width: number,
  right: number,
  down: number,
): number {
  const above = (values[at] ?? 0) * (1 - right) + (values[at + 1] ?? 0) * right
  const below = (values[at + width] ?? 0) * (1 - right) + (values[at + width + 1] ?? 0) * right
  return above * (1 - down) + below * down
}
