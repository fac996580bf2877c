import type { Flat } from './slide.ts'

/** How a camera is turned towards a wall, in degrees: aside, up, and rolled. */
export type Turn = { aside: number; up: number; roll: number }

type Vector = readonly [number, number, number]

/** How far away the camera is, in widths of its picture: how strong the perspective is follows from that. */
const DISTANCE = 1.5
/** Looks for each pixel, across and along, whose mean it becomes. */
const LOOKS = 2
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
  const seen = Buffer.alloc(width * height * 3)
  const from = (x: number, y: number): number => {
    const ray: Vector = [(x - width / 2) * nearer, (y - height / 2) * nearer, away]
    const reach = (away * ahead[2]) / dot(ray, ahead)
    const hit: Vector = [ray[0] * reach, ray[1] * reach, ray[2] * reach - away]
    const column = Math.floor(flat.width / 2 + dot(hit, across) * finer)
    const row = Math.floor(flat.height / 2 + dot(hit, along) * finer)
    const isOutside = column < 0 || row < 0 || column >= flat.width || row >= flat.height
    return isOutside ? -1 : (row * flat.width + column) * 3
  }
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)]
    let [red, green, blue] = [0, 0, 0]
    for (let look = 0; look < LOOKS * LOOKS; look++) {
      const right = ((look % LOOKS) + 0.5) / LOOKS
      const place = from(x + right, y + (Math.floor(look / LOOKS) + 0.5) / LOOKS)
      red += flat.data[place] ?? BEYOND
      green += flat.data[place + 1] ?? BEYOND
      blue += flat.data[place + 2] ?? BEYOND
    }
    seen[at * 3] = red / LOOKS ** 2
    seen[at * 3 + 1] = green / LOOKS ** 2
    seen[at * 3 + 2] = blue / LOOKS ** 2
  }
  return seen
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

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}
