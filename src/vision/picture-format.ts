/** Formats of pictures that we look into. Everything else, SVG and PDF above all, is not even opened. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** How the brands of a phone's own picture format begin: HEIC, HEIF and AVIF. */
const PHONE_BRAND = /^(hei|hev|mif|msf|avi)/

/** What a file is by its first bytes, not by what it is called; null for anything that we do not take. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (PNG.every((byte, place) => bytes[place] === byte)) return 'png'
  if (letters(bytes, 0, 4) === 'RIFF' && letters(bytes, 8, 12) === 'WEBP') return 'webp'
  return /^GIF8[79]a$/.test(letters(bytes, 0, 6)) ? 'gif' : null
}

/**
 * Is it a picture in a phone's own format? Their files need a decoder that is patented (HEVC) or slow and seldom tried
 * (AV1), so none is opened; Telegram makes a JPEG of it when it is sent as a photo.
 */
export function isPhoneFormat(bytes: Uint8Array): boolean {
  return letters(bytes, 4, 8) === 'ftyp' && PHONE_BRAND.test(letters(bytes, 8, 12))
}

function letters(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1')
}
