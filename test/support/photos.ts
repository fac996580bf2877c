import sharp from 'sharp'

/** A photo of a thing: nothing on it is a code. */
export function somePhoto({ width = 1600, height = 1200, tint = '#3f6b4f' } = {}): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#d9cfb8"/>
    <ellipse cx="${width / 2}" cy="${height * 0.8}" rx="${width / 3}" ry="${height / 14}" fill="#a89878"/>
    <rect x="${width * 0.35}" y="${height * 0.25}" width="${width * 0.3}" height="${height * 0.55}" rx="40" fill="${tint}"/>
    <circle cx="${width / 2}" cy="${height * 0.5}" r="${height * 0.12}" fill="#efe6cf"/>
  </svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer()
}

/** What a phone takes of a picture on a wall: turned, seen from the side, not quite sharp, in dim light. */
export async function photographed(picture: Uint8Array): Promise<Buffer> {
  const seen = await sharp(picture)
    .flatten({ background: '#ffffff' })
    .resize({ width: 620 })
    .affine([1, 0.12, 0.06, 0.9], { background: '#6a6f75' })
    .rotate(8, { background: '#6a6f75' })
    .png()
    .toBuffer()
  const wall = { width: 1400, height: 1300, channels: 3, background: '#6a6f75' } as const
  const wide = await sharp({ create: wall })
    .composite([{ input: seen }])
    .png()
    .toBuffer()
  return sharp(wide)
    .modulate({ brightness: 0.8 })
    .blur(0.8)
    .jpeg({ quality: 70 })
    .withExif({ IFD0: { Artist: 'somebody' } })
    .toBuffer()
}
