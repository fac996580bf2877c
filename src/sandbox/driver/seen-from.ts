import type { Flat } from './slide.ts'

/** How a camera is turned towards a wall, in degrees: aside, up, and rolled. */
export type Turn = { aside: number; up: number; roll: number }

type Vector = readonly [number, number, number]

/** How far away the camera is, in widths of its picture: how strong the perspective is follows from that. */
const DISTANCE = 1.5
/** Looks for each pixel, across and along, whose mean it becomes. */
const LOOKS = 2
const CHANNELS = 3
const BEYOND = 120

/**
 * A flat picture as a camera sees it that looks at its middle from aside. It is `finer` times as large as the camera would
 * show it from straight ahead; what lies around its middle keeps its size, whatever the angle.
 */
export function seenFrom(
  flat: Flat,
  view: { width: number; height: number; finer: number; turn: Turn },
): Buffer {
  const { width, height, finer, turn } = view
  const [across, along, ahead] = axes(turn)
  const away = DISTANCE * width
  // Seen at an angle everything shrinks by as much as the wall is turned away: nearer by the root of that.
  const nearer = Math.sqrt(Math.abs(ahead[2]))
  const share = (axis: Vector) => ({
    x: axis[0] * nearer,
    y: axis[1] * nearer,
    start: away * axis[2] - nearer * ((axis[0] * width) / 2 + (axis[1] * height) / 2),
  })
  const [column, row, depth] = [share(across), share(along), share(ahead)]
  const seen = Buffer.alloc(width * height * CHANNELS)
  const sums = new Uint16Array(CHANNELS)
  for (let at = 0; at < width * height; at++) {
    sums.fill(0)
    for (let look = 0; look < LOOKS * LOOKS; look++) {
      const right = (at % width) + ((look % LOOKS) + 0.5) / LOOKS
      const down = Math.floor(at / width) + (Math.floor(look / LOOKS) + 0.5) / LOOKS
      // How far along this look the wall is, and where on it that is.
      const reach = (away * ahead[2]) / (depth.x * right + depth.y * down + depth.start)
      const u = (column.x * right + column.y * down + column.start) * reach - away * across[2]
      const v = (row.x * right + row.y * down + row.start) * reach - away * along[2]
      const place = placeOf(flat, u * finer, v * finer)
      for (let channel = 0; channel < CHANNELS; channel++) {
        const part = place < 0 ? BEYOND : (flat.data[place + channel] ?? BEYOND)
        sums[channel] = (sums[channel] ?? 0) + part
      }
    }
    for (let channel = 0; channel < CHANNELS; channel++) {
      seen[at * CHANNELS + channel] = (sums[channel] ?? 0) / LOOKS ** 2
    }
  }
  return seen
}

/** Where the pixel begins that lies so far from the middle of a picture; -1 outside of it. */
function placeOf({ width, height }: Flat, fromMiddle: number, below: number): number {
  const column = Math.floor(width / 2 + fromMiddle)
  const row = Math.floor(height / 2 + below)
  const isOutside = column < 0 || row < 0 || column >= width || row >= height
  return isOutside ? -1 : (row * width + column) * CHANNELS
}

/** The directions of a wall as the camera has them: across it, down along it, and straight into it. */
function axes({ aside, up, roll }: Turn): [Vector, Vector, Vector] {
  const [a, b, c] = [aside, up, roll].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ]
  const turned = ([x, y, z]: Vector): Vector => {
    const [x1, y1] = [x * Math.cos(c) - y * Math.sin(c), x * Math.sin(c) + y * Math.cos(c)]
    const [y2, z2] = [y1 * Math.cos(b) - z * Math.sin(b), y1 * Math.sin(b) + z * Math.cos(b)]
    return [x1 * Math.cos(a) + z2 * Math.sin(a), y2, z2 * Math.cos(a) - x1 * Math.sin(a)]
  }
  return [turned([1, 0, 0]), turned([0, 1, 0]), turned([0, 0, 1])]
}
