import sharp from 'sharp'
import { seededRandom } from './seeded-random.ts'
import { seenFrom } from './seen-from.ts'
import { drawSlide } from './slide.ts'

/** How badly a screen is photographed: 1 with some care, 3 from far aside in a bright room. */
export type Severity = 1 | 2 | 3

/** What is shown, and how it is photographed. The same always gives the same picture. */
export type Projection = {
  /** What the code on the slide says. */
  text: string
  /** How wide a module of the code is in the photo on average, in its pixels. */
  modulePx: number
  severity: Severity
  seed: number
}

/** From how far aside, in degrees; how unsharp, in pixels; what black and white become on the wall, of 1. */
const SEVERITIES = {
  1: { degrees: 15, blur: 0.8, black: 0.15, white: 0.9, noise: 4 },
  2: { degrees: 25, blur: 1.1, black: 0.25, white: 0.85, noise: 6 },
  3: { degrees: 35, blur: 1.5, black: 0.33, white: 0.8, noise: 8 },
} as const

const [WIDTH, HEIGHT] = [1280, 960]
const CHANNELS = 3
/** The slide is drawn this many times finer than it is seen. */
const FINER = 2
const MOST_ROLL = 8
/** Waves where the lines of a screen and of a camera meet: how strong, of 255, and how many pixels wide. */
const WAVES = { strength: 5, width: 3.4 }
/** In the darkest corner there is this share less light. */
const SHADE = 0.25
const QUALITY = 80

/**
 * A photo, as JPEG, of a slide on a wall: words, a diagram and a code, seen from aside, rolled, not sharp, in weak and uneven
 * light, with the waves and the noise that a camera adds.
 */
export async function projectScreen({
  text,
  modulePx,
  severity,
  seed,
}: Projection): Promise<Buffer> {
  const random = seededRandom(seed)
  const { degrees, blur } = SEVERITIES[severity]
  const flat = await drawSlide({ text, modulePx, finer: FINER, random })
  const turn = {
    aside: random() < 0.5 ? degrees : -degrees,
    up: (random() - 0.5) * degrees * 0.6,
    roll: (random() - 0.5) * 2 * MOST_ROLL,
  }
  const seen = seenFrom(flat, { width: WIDTH, height: HEIGHT, finer: FINER, turn })
  const raw = { width: WIDTH, height: HEIGHT, channels: CHANNELS } as const
  const soft = await sharp(seen, { raw }).blur(blur).raw().toBuffer()
  light(soft, severity, random)
  return sharp(soft, { raw }).jpeg({ quality: QUALITY }).toBuffer()
}

/** Less contrast, a shade across the picture, waves, and noise in every pixel. */
function light(pixels: Buffer, severity: Severity, random: () => number): void {
  const { black, white, noise } = SEVERITIES[severity]
  const [shadeAt, waveAt] = [random() * 2 * Math.PI, random() * Math.PI]
  const shade = { x: Math.cos(shadeAt) / WIDTH, y: Math.sin(shadeAt) / HEIGHT }
  const wave = (2 * Math.PI) / WAVES.width
  const waves = { x: Math.cos(waveAt) * wave, y: Math.sin(waveAt) * wave }
  for (let at = 0; at < WIDTH * HEIGHT; at++) {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)]
    const dimmed = 1 - SHADE * (0.5 + (x - WIDTH / 2) * shade.x + (y - HEIGHT / 2) * shade.y)
    // The sum of two throws is bell enough, with a deviation of 1 after the factor.
    const grain = (random() + random() - 1) * Math.sqrt(6) * noise
    const added = WAVES.strength * Math.sin(x * waves.x + y * waves.y) + grain
    for (let channel = at * CHANNELS; channel < (at + 1) * CHANNELS; channel++) {
      const value = (black * 255 + (white - black) * (pixels[channel] ?? 0)) * dimmed + added
      pixels[channel] = Math.max(0, Math.min(255, value))
    }
  }
}
