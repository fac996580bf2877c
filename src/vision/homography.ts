/** A place in a picture, in pixels from its upper left corner. */
export type Point = { x: number; y: number }

/** The corners of a square as they are seen: upper left, upper right, lower right, lower left of the square itself. */
export type Quad = readonly [Point, Point, Point, Point]

/** Where a place of a flat square, `side` wide, is seen in a picture that shows its corners at `quad`. */
export function homography(side: number, quad: Quad): (u: number, v: number) => Point {
  const [a, b, c, d] = quad
  const [right, down] = [minus(b, c), minus(d, c)]
  const rest = { x: a.x - b.x + c.x - d.x, y: a.y - b.y + c.y - d.y }
  const area = right.x * down.y - down.x * right.y
  const g = (rest.x * down.y - down.x * rest.y) / area
  const h = (right.x * rest.y - rest.x * right.y) / area
  const across = { x: b.x - a.x + g * b.x, y: b.y - a.y + g * b.y }
  const along = { x: d.x - a.x + h * d.x, y: d.y - a.y + h * d.y }
  return (u, v) => {
    const [s, t] = [u / side, v / side]
    const depth = g * s + h * t + 1
    return {
      x: (across.x * s + along.x * t + a.x) / depth,
      y: (across.y * s + along.y * t + a.y) / depth,
    }
  }
}

function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y }
}
