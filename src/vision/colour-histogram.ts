const HUES = 16
const STEPS = 4
const BINS = HUES * STEPS * STEPS

/** Numbers of a colour histogram: the middle of a picture, then all of it. */
export const HISTOGRAM_LENGTH = 2 * BINS

/**
 * How often each hue, at each strength and brightness, occurs in a square RGB picture: in its middle quarter, and in all of
 * it. Square roots of the shares, so that rare colours count.
 */
export function colourHistogram(pixels: Uint8Array, side: number): Float32Array {
  const [middle, whole] = [new Float64Array(BINS), new Float64Array(BINS)]
  const [from, to] = [side / 4, (side * 3) / 4]
  // Every second pixel each way: colours are large, and this is a quarter of the work.
  for (let row = 0; row < side; row += 2) {
    for (let column = 0; column < side; column += 2) {
      const at = 3 * (row * side + column)
      const bin = binOf(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)
      whole[bin] = (whole[bin] ?? 0) + 1
      const isMiddle = row >= from && row < to && column >= from && column < to
      if (isMiddle) middle[bin] = (middle[bin] ?? 0) + 1
    }
  }
  return Float32Array.from([...roots(middle), ...roots(whole)])
}

function binOf(red: number, green: number, blue: number): number {
  const most = Math.max(red, green, blue)
  const spread = most - Math.min(red, green, blue)
  const strength = most === 0 ? 0 : Math.min(STEPS - 1, Math.floor((spread * STEPS) / most))
  const brightness = Math.floor((most * STEPS) / 256)
  return (hueOf(red, green, blue, most, spread) * STEPS + strength) * STEPS + brightness
}

/** The hue's bin; what has none counts as the first. */
function hueOf(red: number, green: number, blue: number, most: number, spread: number): number {
  if (spread === 0) return 0
  const sixth =
    most === red
      ? (green - blue) / spread + 6
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4
  return Math.floor(((sixth % 6) / 6) * HUES)
}

function roots(counts: Float64Array): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return Array.from(counts, (count) => Math.sqrt(count / Math.max(1, total)))
}
