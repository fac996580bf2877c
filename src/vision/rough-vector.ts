import { HISTOGRAM_LENGTH } from './colour-histogram.ts'
import { INPUT_SIDE } from './input-side.ts'
import type { ModelInput } from './model-input.ts'

const CELLS = 8
const ANGLES = 9
const OUTLINES = CELLS * CELLS * ANGLES

/** Numbers of a rough vector. */
export const ROUGH_LENGTH = HISTOGRAM_LENGTH + OUTLINES

/**
 * What a picture is compared by when there is no model: its colours, and in which directions outlines run in each of 8 by 8
 * cells (a histogram of oriented gradients, Dalal and Triggs 2005, without overlapping blocks). A unit vector.
 */
export function roughVector({ pixels, colours }: ModelInput): Float32Array {
  const vector = new Float32Array(ROUGH_LENGTH)
  vector.set(unit(colours), 0)
  vector.set(unit(outlines(pixels)), HISTOGRAM_LENGTH)
  return unit(vector)
}

function outlines(pixels: Uint8Array): Float32Array {
  const found = new Float32Array(OUTLINES)
  const cell = INPUT_SIDE / CELLS
  const bright = (row: number, column: number) => pixels[3 * (row * INPUT_SIDE + column) + 1] ?? 0
  for (let row = 1; row < INPUT_SIDE - 1; row++) {
    for (let column = 1; column < INPUT_SIDE - 1; column++) {
      const across = bright(row, column + 1) - bright(row, column - 1)
      const down = bright(row + 1, column) - bright(row - 1, column)
      // Which way an edge is lit says nothing: half a turn is the same angle.
      const angle = (Math.atan2(down, across) / Math.PI + 1) % 1
      const place = Math.floor(row / cell) * CELLS + Math.floor(column / cell)
      const bin = place * ANGLES + Math.min(ANGLES - 1, Math.floor(angle * ANGLES))
      found[bin] = (found[bin] ?? 0) + Math.sqrt(across * across + down * down)
    }
  }
  return found.map(Math.sqrt)
}

function unit(values: Float32Array): Float32Array {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
  return length === 0 ? values : values.map((value) => value / length)
}
