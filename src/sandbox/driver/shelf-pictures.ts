import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import type { SeriesId } from '../../domain/ids.ts'
import { encodePayload } from '../../domain/links.ts'
import type { Ledger } from './ledger.ts'
import { projectScreen } from './project-screen.ts'

/** What lies on the shelf: a code on a wall, a good without a code, something that is no good at all. */
export const shelfKinds = ['code', 'product', 'nonsense'] as const

/** One of {@link shelfKinds}. */
export type ShelfKind = (typeof shelfKinds)[number]

type Series = Ledger['series'][number]

/** Large enough on the shelf's small picture to be seen as a code. */
const MODULE_PX = 8
const SEED = 7

/** The series that there is most left of: its link leads somewhere for as long as possible. */
export function shelfSeries(series: readonly Series[]): Series | null {
  const left = ({ limit, sold }: Series) => limit - sold
  return series.toSorted((a, b) => left(b) - left(a)).find((each) => left(each) > 0) ?? null
}

/** A picture as a phone takes it; null for a code when nothing is for sale. */
export async function shelfPicture(
  kind: ShelfKind,
  world: { botName: string; series: readonly Series[] },
): Promise<Buffer | null> {
  if (kind === 'nonsense') return jpeg(Buffer.from(cat))
  if (kind === 'product') return productPhoto()
  const series = shelfSeries(world.series)
  return series === null ? null : projectedCode(series.id, world.botName)
}

/** The code of a trade link on a slide, taken from the third row. */
async function projectedCode(series: string, botName: string): Promise<Buffer> {
  const payload = encodePayload({ type: 'series', series: series as SeriesId, contributor: null })
  const text = `https://t.me/${botName}?start=${payload}`
  return projectScreen({ text, modulePx: MODULE_PX, severity: 2, seed: SEED })
}

/** A seeded good as somebody else's phone takes it on the table: not the seller's own picture, and no code. */
async function productPhoto(): Promise<Buffer> {
  const own = readFileSync(new URL('../seed/honey.jpg', import.meta.url))
  return sharp(own)
    .rotate(-5)
    .extract({ left: 90, top: 80, width: 840, height: 620 })
    .modulate({ brightness: 0.94, saturation: 0.9 })
    .jpeg({ quality: 78 })
    .toBuffer()
}

const cat = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="700">
  <rect width="900" height="700" fill="#b9d3df"/>
  <rect y="520" width="900" height="180" fill="#7d9b6c"/>
  <g fill="#4b4540">
    <path d="M300 250l-30-150 120 80zM600 250l30-150-120 80z"/>
    <circle cx="450" cy="290" r="175"/>
    <ellipse cx="450" cy="560" rx="215" ry="170"/>
  </g>
  <g fill="#f0d87a"><ellipse cx="385" cy="270" rx="34" ry="42"/><ellipse cx="515" cy="270" rx="34" ry="42"/></g>
  <g fill="#171514"><ellipse cx="390" cy="272" rx="12" ry="34"/><ellipse cx="510" cy="272" rx="12" ry="34"/></g>
  <path d="M430 335h40l-20 24z" fill="#d9938b"/>
  <path d="M450 360q-30 40-66 18M450 360q30 40 66 18M340 345l-110-20M340 362l-112 12M560 345l110-20M560 362l112 12"
    fill="none" stroke="#e9e2d6" stroke-width="6" stroke-linecap="round"/>
</svg>`

function jpeg(svg: Buffer): Promise<Buffer> {
  return sharp(svg).jpeg({ quality: 82 }).toBuffer()
}
