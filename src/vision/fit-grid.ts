import { type BentGrid, bentGrid } from './bent-grid.ts'
import type { Quad } from './homography.ts'
import type { Luma } from './luma.ts'

/** From a sheet that is bent as a whole to one that is crumpled: how many pins a side, and how far they are tried, in modules. */
const STAGES = [
  { pins: 3, steps: [0.8, 0.4, 0.2] },
  { pins: 4, steps: [0.8, 0.4, 0.2] },
  { pins: 6, steps: [0.4, 0.2] },
  { pins: 8, steps: [0.4, 0.2] },
] as const
const SWEEPS = 2
/** Modules around one that say what is dark there and what is bright. */
const NEIGHBOURS = 4
/** What a bend costs, as a share of what is gained: paper does not leap. */
const STIFFNESS = 0.05
/** A gain below this is noise. */
const LEAST_GAIN = 1.002

/** Which modules of a code are dark, row by row. */
export type Modules = { size: number; isDark: boolean[] }

/**
 * Reads the modules of a code that was found on something uneven: a bottle, a bag, a shirt. Pins of a grid are moved until
 * as many modules as can be are clearly dark or clearly bright, which they are when none lies across a border.
 */
export function fitGrid(luma: Luma, quad: Quad, size: number): Modules {
  let grid = bentGrid(luma, quad, size, 2, null)
  let seen = look(grid)
  for (const { pins, steps } of STAGES) {
    grid = bentGrid(luma, quad, size, pins, grid)
    for (const step of steps) bend(grid, seen.middles, step)
    seen = look(grid)
  }
  return { size, isDark: seen.values.map((value, at) => value < (seen.middles[at] ?? 0)) }
}

/** How bright each module is, and what lies halfway between dark and bright around it: light is seldom even. */
function look(grid: BentGrid): { values: number[]; middles: number[] } {
  const size = grid.modules
  const values = Array.from({ length: size * size }, (_, at) =>
    grid.module(at % size, Math.floor(at / size)),
  )
  const middles = values.map((_, at) => {
    const [column, row] = [at % size, Math.floor(at / size)]
    let [least, most] = [255, 0]
    for (let y = Math.max(0, row - NEIGHBOURS); y <= Math.min(size - 1, row + NEIGHBOURS); y++) {
      for (
        let x = Math.max(0, column - NEIGHBOURS);
        x <= Math.min(size - 1, column + NEIGHBOURS);
        x++
      ) {
        const value = values[y * size + x] ?? 0
        least = Math.min(least, value)
        most = Math.max(most, value)
      }
    }
    return (least + most) / 2
  })
  return { values, middles }
}

/** Moves each pin by `step` modules wherever that makes the modules around it clearer. */
function bend(grid: BentGrid, middles: readonly number[], step: number): void {
  const { pins, moves } = grid
  const tries = [
    [moves.x, step],
    [moves.x, -step],
    [moves.y, step],
    [moves.y, -step],
  ] as const
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let isMoved = false
    for (let pin = 0; pin < pins * pins; pin++) {
      if (isHeld(pin, pins)) continue
      const clear = clearness(grid, middles, pin)
      let best = clear - bentness(grid, pin) * clear
      for (const [axis, by] of tries) {
        const old = axis[pin] ?? 0
        axis[pin] = old + by
        const now = clearness(grid, middles, pin) - bentness(grid, pin) * clear
        if (now > best * LEAST_GAIN) {
          best = now
          isMoved = true
        } else {
          axis[pin] = old
        }
      }
    }
    if (!isMoved) return
  }
}

/** The three corners by which a code is found are where they were found. */
function isHeld(pin: number, pins: number): boolean {
  return pin === 0 || pin === pins - 1 || pin === pins * (pins - 1)
}

/** How far modules around a pin are from the middle between dark and bright. */
function clearness(grid: BentGrid, middles: readonly number[], pin: number): number {
  const { modules: size, pins } = grid
  const step = size / (pins - 1)
  const [column, row] = [pin % pins, Math.floor(pin / pins)]
  const [left, right] = [Math.floor((column - 1) * step), Math.ceil((column + 1) * step)]
  const [top, bottom] = [Math.floor((row - 1) * step), Math.ceil((row + 1) * step)]
  let sum = 0
  for (let y = Math.max(0, top); y < Math.min(size, bottom); y++) {
    for (let x = Math.max(0, left); x < Math.min(size, right); x++) {
      const away = grid.module(x, y) - (middles[y * size + x] ?? 0)
      sum += away * away
    }
  }
  return sum
}

/** How much a pin is moved otherwise than its neighbours. */
function bentness({ pins, moves }: BentGrid, pin: number): number {
  const [column, row] = [pin % pins, Math.floor(pin / pins)]
  const neighbours = [
    ...(column > 0 ? [pin - 1] : []),
    ...(column < pins - 1 ? [pin + 1] : []),
    ...(row > 0 ? [pin - pins] : []),
    ...(row < pins - 1 ? [pin + pins] : []),
  ]
  let sum = 0
  for (const other of neighbours) {
    const [x, y] = [
      (moves.x[pin] ?? 0) - (moves.x[other] ?? 0),
      (moves.y[pin] ?? 0) - (moves.y[other] ?? 0),
    ]
    sum += x * x + y * y
  }
  return STIFFNESS * sum
}
