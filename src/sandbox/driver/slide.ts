import sharp from 'sharp'
import { codeCells, codeModules } from '../../images/code-cells.ts'

/** A flat picture, one pixel after the other: red, green and blue. */
export type Flat = { data: Buffer; width: number; height: number }

/** The wall around the slide, which is in the picture too when the camera stands aside. */
const WALL = '#8d8a84'
/** How wide and high wall and slide are, in pixels of a photo from straight ahead. */
const [WALL_WIDTH, WALL_HEIGHT] = [1760, 1320]
const [SLIDE_WIDTH, SLIDE_HEIGHT] = [1080, 760]
const INKS = ['#23343a', '#8a2f2a', '#1f5d49', '#b58a2b', '#46508c']

/**
 * A slide on a wall with words, a diagram and a code on it, drawn `finer` times as large as a photo from straight ahead
 * would show it. The code is in its middle, as people point a camera.
 */
export async function drawSlide(code: {
  text: string
  modulePx: number
  finer: number
  random: () => number
}): Promise<Flat> {
  const { text, modulePx, finer, random } = code
  const side = codeModules(text) * modulePx
  const between = (least: number, most: number) => least + random() * (most - least)
  const [left, top] = [(WALL_WIDTH - SLIDE_WIDTH) / 2, (WALL_HEIGHT - SLIDE_HEIGHT) / 2]
  const place = {
    x: (WALL_WIDTH - side) / 2 + between(-60, 60),
    y: (WALL_HEIGHT - side) / 2 + between(-40, 40),
  }
  const ink = () => INKS[Math.floor(random() * INKS.length)] ?? '#000'
  const words = Array.from({ length: 30 }, (_, line) => {
    const [x, y] = [left + between(30, 700), top + 30 + line * 24]
    return `<rect x="${x}" y="${y}" width="${between(40, 330)}" height="11" rx="3" fill="${ink()}"/>`
  })
  const bars = Array.from({ length: 9 }, (_, bar) => {
    const height = between(40, 300)
    const [x, y] = [left + SLIDE_WIDTH - 330 + bar * 34, top + SLIDE_HEIGHT - 40 - height]
    return `<rect x="${x}" y="${y}" width="24" height="${height}" fill="${ink()}"/>`
  })
  const size = `width="${WALL_WIDTH * finer}" height="${WALL_HEIGHT * finer}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${WALL_WIDTH} ${WALL_HEIGHT}">
    <rect width="100%" height="100%" fill="${WALL}"/>
    <rect x="${left}" y="${top}" width="${SLIDE_WIDTH}" height="${SLIDE_HEIGHT}" fill="#fff"/>
    <g>${words.join('')}${bars.join('')}</g>
    <g transform="translate(${place.x} ${place.y})">
      <rect width="${side}" height="${side}" fill="#fff"/><path d="${codeCells(text, side)}" fill="#000"/>
    </g></svg>`
  const { data, info } = await sharp(Buffer.from(svg))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
