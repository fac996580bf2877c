import sharp from 'sharp'
import { seededRandom } from '../../../src/sandbox/driver/seeded-random.ts'

/** Things on a shelf: as many as make a JPEG about as large as a phone's. */
const THINGS = 60
const NOISE = 14
const QUALITY = 85

/**
 * A photo of a crowded shelf, as JPEG, with the grain of a camera: a flat drawing would be decoded faster than a photo is.
 * Nothing on it is a code. The same seed gives the same pixels.
 */
export async function drawnPhoto(
  { width, height, seed }: { width: number; height: number; seed: number },
  orientation?: number,
): Promise<Buffer> {
  const random = seededRandom(seed)
  const colour = () => `hsl(${random() * 360},${20 + random() * 60}%,${20 + random() * 60}%)`
  const things = Array.from({ length: THINGS }, () => {
    const [x, y] = [random() * width, random() * height]
    const [wide, high] = [(0.03 + random() * 0.2) * width, (0.03 + random() * 0.2) * height]
    const turn = `rotate(${random() * 60 - 30} ${x} ${y})`
    return random() < 0.5
      ? `<rect x="${x}" y="${y}" width="${wide}" height="${high}" rx="9" fill="${colour()}" transform="${turn}"/>`
      : `<ellipse cx="${x}" cy="${y}" rx="${wide / 2}" ry="${high / 2}" fill="${colour()}" transform="${turn}"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${colour()}"/>${things.join('')}</svg>`
  const data = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer()
  for (let at = 0; at < data.length; at++) {
    const grain = (random() - 0.5) * NOISE
    data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + grain))
  }
  const photo = sharp(data, { raw: { width, height, channels: 3 } })
  const turned = orientation === undefined ? photo : photo.withMetadata({ orientation })
  return turned.jpeg({ quality: QUALITY }).toBuffer()
}
