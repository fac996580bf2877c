import sharp from 'sharp'

/**
 * A picture as it looks on something soft: every line and column is moved by waves of up to `by` pixels, two of them across
 * the picture.
 */
export async function bent(picture: Uint8Array, by: number): Promise<Buffer> {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const moved = Buffer.alloc(data.length, 255)
  const wave = (place: number, of: number) => by * Math.sin((place / of) * 2 * Math.PI * 1.3)
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const from = {
      x: Math.min(width - 1, Math.max(0, Math.round(x + wave(y, height)))),
      y: Math.min(height - 1, Math.max(0, Math.round(y + wave(x + 0.3 * width, width)))),
    }
    for (let channel = 0; channel < channels; channel++) {
      moved[at * channels + channel] = data[(from.y * width + from.x) * channels + channel] ?? 0
    }
  }
  return sharp(moved, { raw: { width, height, channels } }).blur(0.8).jpeg().toBuffer()
}
