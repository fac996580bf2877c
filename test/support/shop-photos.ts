import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import QRCode from 'qrcode'
import sharp from 'sharp'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'

// From the package's own file: the library would ask the network for it.
const wasm = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer } })

/** A photo of something on wheels, in a yard: not like any good that stands on a table. */
export function bicyclePhoto(): Promise<Buffer> {
  return jpeg(`<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960">
    <rect width="1280" height="960" fill="#8a8f8c"/><path d="M0 640H1280V960H0Z" fill="#5c5f5a"/>
    <path d="M0 120H1280M0 240H1280M0 360H1280M0 480H1280M0 600H1280" stroke="#747a76" stroke-width="6"/>
    <g fill="none" stroke="#161616" stroke-width="20"><circle cx="370" cy="620" r="190"/><circle cx="930" cy="620" r="190"/></g>
    <g fill="none" stroke="#9aa0a6" stroke-width="3">
      <path d="M370 430V810M180 620H560M236 486L504 754M504 486L236 754M930 430V810M740 620H1120M796 486L1064 754M1064 486L796 754"/>
    </g>
    <path d="M370 620L560 620 770 380 500 380Z M560 620L470 330M770 380L930 620M770 380L740 290H840" fill="none" stroke="#b3202c" stroke-width="22" stroke-linejoin="round"/>
    <path d="M410 322H530" stroke="#2a1c14" stroke-width="30" stroke-linecap="round"/>
  </svg>`)
}

/** The back of a cardboard box as a phone takes it: lines of print, and a product number as an EAN-13. */
export async function numberedBoxPhoto(digits: string): Promise<Buffer> {
  const { image } = await writeBarcode(digits, { format: 'EAN13', scale: 4 })
  if (image === null) throw new Error(`${digits} cannot be printed`)
  const printed = await sharp(Buffer.from(await image.arrayBuffer()))
    .flatten({ background: '#fff' })
    .resize({ width: 430, kernel: 'nearest' })
    .extend({ top: 18, bottom: 18, left: 30, right: 30, background: '#fff' })
    .png()
    .toBuffer()
  const lines = Array.from(
    { length: 7 },
    (_, line) => `<rect x="330" y="${210 + line * 34}" width="${560 - line * 43}" height="13"/>`,
  )
  const box = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960">
    <rect width="1280" height="960" fill="#4b4741"/><rect x="270" y="120" width="740" height="740" fill="#c9a777"/>
    <g fill="#4d3a22">${lines.join('')}</g></svg>`)
  const flat = await sharp(box)
    .composite([{ input: printed, left: 420, top: 540 }])
    .png()
    .toBuffer()
  return sharp(flat).rotate(4, { background: '#4b4741' }).blur(0.6).jpeg({ quality: 82 }).toBuffer()
}

/** A photo of some printed codes side by side. */
export async function codesPhoto(...texts: string[]): Promise<Buffer> {
  const codes = await Promise.all(
    texts.map((text) => QRCode.toBuffer(text, { errorCorrectionLevel: 'M', width: 420 })),
  )
  const size = {
    width: texts.length * 500,
    height: 560,
    channels: 3,
    background: '#b8ad9c',
  } as const
  return sharp({ create: size })
    .composite(codes.map((input, place) => ({ input, left: 40 + place * 500, top: 70 })))
    .jpeg({ quality: 85 })
    .toBuffer()
}

/** What a phone's screenshot of a chat is: tall, with the picture of a message somewhere on it and words around. */
export async function screenshotOf(picture: Uint8Array): Promise<Buffer> {
  const [width, height] = [1080, 2340]
  const words = [0, 1, 2, 3, 4].map(
    (line) => `<rect x="90" y="${1230 + line * 64}" width="${760 - line * 70}" height="28"/>`,
  )
  const chat =
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#d5e1c4"/><rect width="100%" height="190" fill="#fff"/>
    <rect y="2150" width="100%" height="190" fill="#fff"/><circle cx="180" cy="110" r="50" fill="#3f8f6d"/>
    <rect x="260" y="90" width="300" height="34" fill="#333"/>
    <rect x="60" y="500" width="900" height="1260" rx="30" fill="#fff"/><g fill="#555">${words.join('')}</g>
    <rect x="80" y="1600" width="860" height="100" rx="20" fill="#cfdfee"/></svg>`)
  const shown = await sharp(picture)
    .resize({ width: 860, height: 660, fit: 'inside' })
    .png()
    .toBuffer()
  return sharp(chat)
    .composite([{ input: shown, left: 80, top: 520 }])
    .jpeg()
    .toBuffer()
}

/** The same picture taken upright, from closer and a little aside. */
export async function closerPhoto(picture: Uint8Array): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata()
  const upright = Math.round(height * 0.8)
  return sharp(picture)
    .extract({ left: Math.round((width - upright) / 2), top: 0, width: upright, height })
    .rotate(-4, { background: '#cdbfa9' })
    .modulate({ brightness: 0.85, saturation: 0.85 })
    .jpeg({ quality: 72 })
    .toBuffer()
}

function jpeg(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer()
}
