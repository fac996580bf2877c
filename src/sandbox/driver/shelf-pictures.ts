import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import type { SeriesId } from '../../domain/ids.ts'
import { encodePayload } from '../../domain/links.ts'
import { renderPng } from '../../images/render-png.ts'
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
const QUALITY = 82

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
  if (kind === 'nonsense') return drawing('cat')
  // A seeded good on somebody's table: another picture than its seller's own, and no code.
  if (kind === 'product') return drawing('honey')
  const series = shelfSeries(world.series)
  return series === null ? null : projectedCode(series.id, world.botName)
}

/** The code of a trade link on a slide, taken from the third row. */
async function projectedCode(series: string, botName: string): Promise<Buffer> {
  const payload = encodePayload({ type: 'series', series: series as SeriesId, contributor: null })
  const text = `https://t.me/${botName}?start=${payload}`
  return projectScreen({ text, modulePx: MODULE_PX, severity: 2, seed: SEED })
}

/** One of the drawings beside this, as JPEG. Its words are in a font of the program's own: pictures are the same everywhere. */
async function drawing(name: string): Promise<Buffer> {
  const svg = readFileSync(new URL(`shelf/${name}.svg`, import.meta.url), 'utf8')
  return sharp(await renderPng(svg))
    .jpeg({ quality: QUALITY })
    .toBuffer()
}
