/** Formats of pictures that we look into. Everything else, SVG and PDF above all, is not even opened. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** What a file is by its first bytes, not by what it is called; null for anything that we do not take. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  const letters = (from: number, to: number) =>
    Buffer.from(bytes.subarray(from, to)).toString('latin1')
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (PNG.every((byte, place) => bytes[place] === byte)) return 'png'
  if (letters(0, 4) === 'RIFF' && letters(8, 12) === 'WEBP') return 'webp'
  return /^GIF8[79]a$/.test(letters(0, 6)) ? 'gif' : null
}
