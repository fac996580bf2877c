const RINGS = 5
const STEPS = 180
const RADIUS = 96

/**
 * A rosette as on banknotes, drawn from the token's number: two rights never look the same, one right always does.
 */
export function sealPath(seed: string): string {
  const bytes = Buffer.from(seed.replace(/^0x/, '').padStart(64, '0'), 'hex')
  const rings = Array.from({ length: RINGS }, (_, ring) => {
    const petals = 3 + ((bytes[ring] ?? 0) % 9)
    const depth = 0.08 + ((bytes[ring + 8] ?? 0) / 255) * 0.2
    const turn = ((bytes[31 - ring] ?? 0) / 255) * 2 * Math.PI
    return `<path d="${ringPath(RADIUS * (1 - ring * 0.16), petals, depth, turn)}"/>`
  })
  return rings.join('')
}

function ringPath(radius: number, petals: number, depth: number, turn: number): string {
  const points = Array.from({ length: STEPS }, (_, step) => {
    const angle = (step / STEPS) * 2 * Math.PI
    const r = radius * (1 - depth + depth * Math.cos(petals * angle + turn))
    return `${(r * Math.cos(angle)).toFixed(1)} ${(r * Math.sin(angle)).toFixed(1)}`
  })
  return `M${points.join('L')}Z`
}
